# frozen_string_literal: true

require "securerandom"

module Cablechat
  # For the application's own tests: `include Cablechat::Testing`.
  #
  #   class SupportBotTest < ActiveSupport::TestCase
  #     include Cablechat::Testing
  #
  #     test "greets" do
  #       conversation = cablechat_conversation(:support, says: "Hello?")
  #       SupportBot.new(conversation.messages.last).respond
  #       assert_cablechat_reply conversation, "Hi, how can I help?"
  #     end
  #   end
  module Testing
    # A visitor who has not written yet; `session.post` writes.
    # @return [Session]
    def cablechat_session(webchat, secret: cablechat_secret)
      Session.of!(Webchat.resolve(webchat), secret)
    end

    # A conversation with a visitor's messages in it.
    # @param says one text or several
    # @param as what the application vouches for: {identifier:, name:, email:, attributes:}
    # @return [Conversation]
    def cablechat_conversation(webchat, says: "Hello", as: nil)
      session = cablechat_session(webchat)
      session.identify(**as) if as
      Array(says).each { |text| session.post(client_id: SecureRandom.uuid, body: text) }
      session.reload.current_conversation
    end

    # What a visitor's browser sends as bearer.
    def cablechat_secret = SecureRandom.urlsafe_base64(32)

    # Headers of a visitor's REST calls.
    def cablechat_headers(secret) = { "Authorization" => "Bearer #{secret}", "Content-Type" => "application/json" }

    # Headers of the desk's REST calls.
    # @param agent an Author, a Hash with id and name, a user, or a name
    def cablechat_agent_headers(webchat, agent)
      token = AgentToken.issue(Author.wrap(agent, type: "agent"), Webchat.resolve(webchat))
      { "Authorization" => "Bearer #{token}", "Content-Type" => "application/json" }
    end

    # The frames broadcast to a conversation's readers while the block runs, as the cable brings them.
    # @return [Array<Hash>] with string keys
    def cablechat_frames(conversation)
      frames = []
      subscriber = ActiveSupport::Notifications.subscribe("broadcast.action_cable") do |*, payload|
        frames << payload[:message].as_json if payload[:broadcasting] == conversation.agent_stream
      end
      yield
      frames
    ensure
      ActiveSupport::Notifications.unsubscribe(subscriber)
    end

    # @param text a String to equal or a Regexp to match
    # @param author the expected author's type. @default agent or bot
    def assert_cablechat_reply(conversation, text, author: %w[agent bot])
      replies = conversation.messages.where(author_type: author).order(:created_at).pluck(:body)
      assert replies.any? { |body| text === body }, "No reply is #{text.inspect}. There are: #{replies.inspect}"
    end

    def assert_no_cablechat_reply(conversation)
      replies = conversation.messages.where(author_type: %w[agent bot]).pluck(:body)
      assert_empty replies
    end
  end
end
