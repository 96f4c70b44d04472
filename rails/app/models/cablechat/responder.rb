# frozen_string_literal: true

module Cablechat
  # Answers visitors: the application's subclass is named by `webchat.responder`, and runs as an Active Job for each
  # message of a visitor's.
  #
  #   class SupportBot < Cablechat::Responder
  #     def respond
  #       conversation.stream_reply(author: Cablechat::Author.bot("Robot"), client_id: answer_id) do |reply|
  #         Model.tokens(message.body) { |token| reply << token; break if reply.cancelled? }
  #       end
  #     end
  #   end
  class Responder
    attr_reader :message

    delegate :conversation, to: :message

    def initialize(message)
      @message = message
    end

    # @abstract
    def respond
      raise NotImplementedError, "#{self.class.name} has no `respond`."
    end

    # The same UUID each time the job runs for this message: given as client_id, it answers once, however often a
    # queue delivers.
    def answer_id
      Digest::UUID.uuid_v5(Digest::UUID::URL_NAMESPACE, "cablechat:answer:#{message.id}")
    end
  end
end
