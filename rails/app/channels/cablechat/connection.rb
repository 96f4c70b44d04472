# frozen_string_literal: true

module Cablechat
  # A socket of the engine's own cable. Nobody is signed in on it: who may listen to what, each channel decides by the
  # secret in its identifier. Which is why no identifier may reach the log, and why a socket may do so much and no more.
  class Connection < ActionCable::Connection::Base
    # No command comes near it.
    MAX_COMMAND_BYTES = 16 * 1024
    # No page needs more; a hundred widgets would be an attack.
    MAX_SUBSCRIPTIONS = 100

    # A longer command ends the socket.
    def receive(websocket_message)
      return super if websocket_message.bytesize <= MAX_COMMAND_BYTES

      logger.warn "[cablechat] A command of #{websocket_message.bytesize} bytes: the socket is closed."
      close(reason: ActionCable::INTERNAL[:disconnect_reasons][:invalid_request], reconnect: false)
    end

    # What is no command, and a subscription too many, is answered with silence.
    def handle_channel_command(payload)
      return unless payload.is_a?(Hash)
      return if payload["command"] == "subscribe" && subscriptions.identifiers.size >= MAX_SUBSCRIPTIONS

      super
    end
  end
end
