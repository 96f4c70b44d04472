# frozen_string_literal: true

module Cablechat
  # Mails a transcript. Not Action Mailer's own job: that one's arguments, the visitor's address among them, are logged.
  class TranscriptJob < ApplicationJob
    self.log_arguments = false

    # The conversation may have expired before the job ran.
    discard_on ActiveJob::DeserializationError

    def perform(conversation, email)
      Discretion.keep(ActionMailer::Base.logger) { TranscriptMailer.transcript(conversation, email).deliver_now }
    end
  end
end
