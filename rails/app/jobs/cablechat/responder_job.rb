# frozen_string_literal: true

module Cablechat
  # Lets a webchat's responder answer one message.
  class ResponderJob < ApplicationJob
    # The conversation may have expired before the job ran: there is nobody left to answer.
    discard_on ActiveJob::DeserializationError

    def perform(responder, message)
      responder.constantize.new(message).respond
    end
  end
end
