# frozen_string_literal: true

require "test_helper"

class AgentChannelTest < ActionCable::Channel::TestCase
  tests Cablechat::AgentChannel

  setup do
    @conversation = conversation_with
    @token = Cablechat::AgentToken.issue(Cablechat::Author.new(type: "agent", id: "1", name: "Ana"), webchat)
    stub_connection
    connection.define_singleton_method(:env) { {} }
  end

  test "the heads of the webchat are streamed, and with a conversation its frames" do
    subscribe id: "demo", token: @token
    assert_has_stream webchat.heads_stream
    subscribe id: "demo", token: @token, conversation: @conversation.id
    assert_has_stream @conversation.agent_stream
  end

  test "no token, a forged one, a visitor's session and another webchat are rejected" do
    other = Cablechat::Webchat.create!(public_id: "other", name: "Other")
    theirs = Cablechat::AgentToken.issue(Cablechat::Author.new(type: "agent", id: "1", name: "Ana"), other)
    [{}, { token: "x" }, { token: new_secret }, { token: { "a" => 1 } }, { token: theirs }, { token: @token, id: "nope" }, { token: @token, id: "other" }].each do |params|
      subscribe(**{ id: "demo" }.merge(params))
      assert subscription.rejected?, params.inspect
    end
    subscribe id: "demo", token: theirs, conversation: @conversation.id
    assert subscription.rejected?
  end

  test "every change of a conversation brings its head" do
    session = nil
    frames = frames_of(webchat.heads_stream) { session = session_with(body: "New here") }
    assert_equal ["head", "New here", 1], [frames.last["type"], frames.last.dig("last_message", "body"), frames.last["unread_count"]]
    frames = frames_of(webchat.heads_stream) { session.current_conversation.close }
    assert_equal "closed", frames.sole.dig("conversation", "status")
  end

  test "typing reaches the visitor" do
    session = @conversation.session
    subscribe id: "demo", token: @token, conversation: @conversation.id
    frames = frames_of(session.stream_of(@conversation)) { perform :typing, state: "started" }
    assert_equal "Ana", frames.sole.dig("author", "name")
  end
end
