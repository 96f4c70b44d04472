# frozen_string_literal: true

module Cablechat
  # Whether the web server of the request under way is about to end. Puma says so; of others nothing is known.
  module Stopping
    def self.now?
      return false unless defined?(::Puma::Server) && ::Puma::Server.respond_to?(:current)

      ::Puma::Server.current&.shutting_down? || false
    end
  end
end
