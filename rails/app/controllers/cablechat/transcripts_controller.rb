# frozen_string_literal: true

module Cablechat
  # Mails the visitor what was said.
  class TranscriptsController < VisitorController
    EMAIL = /\A[^\s@,;<>]+@[^\s@,;<>]+\z/

    # A session must not become a way to write to strangers.
    limit_requests to: 5, within: 1.hour, name: "transcripts", by: -> { Session.digest(session_secret.to_s) }

    def create
      conversation = current_conversation
      email = text_field(:email, max: 320)
      refuse(:email, "must be an address") unless EMAIL.match?(email)
      TranscriptJob.perform_later(conversation, email)
      render json: { transcript: { email: email } }, status: :accepted
    end
  end
end
