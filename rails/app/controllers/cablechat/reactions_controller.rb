# frozen_string_literal: true

module Cablechat
  class ReactionsController < VisitorController
    def update = change(:react)
    def destroy = change(:unreact)

    private

    def change(verb)
      message = owned_message(params[:message_id])
      emoji = params[:emoji].to_s
      refuse(:emoji, "must be one emoji") unless emoji.valid_encoding? && Reaction::FORMAT.match?(emoji)
      render json: message.conversation.public_send(verb, message, emoji, by: known_visitor.author).to_protocol
    end
  end
end
