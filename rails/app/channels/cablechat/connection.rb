# frozen_string_literal: true

module Cablechat
  # A socket of the engine's own cable. Nobody is signed in on it: who may listen to what, each channel decides by the
  # secret in its identifier. Which is why no identifier may reach the log.
  class Connection < ActionCable::Connection::Base
    private

    def new_tagged_logger
      RedactedLogger.new(super)
    end
  end
end
