# frozen_string_literal: true

module Cablechat
  class MessagesController < VisitorController
    include MessageFields

    limit_requests to: Cablechat.config.sends_per_minute, within: 1.minute, name: "sends", only: :create,
      by: -> { Session.digest(session_secret.to_s) }

    # Catch-up and history.
    def index
      message_page visitor&.current_conversation
    end

    # 201 the first time; 200 with the same message for the same client_id ever after.
    def create
      fields = message_fields.merge(page: page_field)
      message, new = Session.post(webchat, session_secret, **fields)
      render json: message.to_protocol, status: new ? :created : :ok
    end
  end
end
