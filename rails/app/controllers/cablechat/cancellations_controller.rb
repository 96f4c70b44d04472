# frozen_string_literal: true

module Cablechat
  # Stops a streaming reply, from any tab or connection of the session.
  class CancellationsController < VisitorController
    def create
      message = owned_message(params[:message_id])
      render json: message.conversation.cancel(message).to_protocol
    end
  end
end
