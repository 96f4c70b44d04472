# frozen_string_literal: true

module Cablechat
  class TranscriptMailer < ActionMailer::Base
    # @param email the visitor's, as given with the request
    def transcript(conversation, email)
      @conversation = conversation
      @messages = conversation.messages.where.not(state: "deleted").order(:created_at).last(500)
      options = { to: email, subject: "#{conversation.webchat.name}: your conversation" }
      options[:from] = Cablechat.config.mailer_from if Cablechat.config.mailer_from
      mail(**options)
    end
  end
end
