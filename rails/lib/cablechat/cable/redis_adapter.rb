# frozen_string_literal: true

require "action_cable/subscription_adapter/redis"

module Cablechat
  module Cable
    # Rails' Redis adapter, with the two holes closed through which a restart of Redis loses broadcasts: its listener
    # gives up after one attempt, and then no subscription of this process is ever confirmed again; and where it does
    # come back, nobody is told that there was a gap. Here it goes on trying, and after a gap every socket is closed
    # with `reconnect: true`: who comes back catches up.
    class RedisAdapter < ActionCable::SubscriptionAdapter::Redis
      # Seconds between attempts; then the last one for as long as it takes (a year).
      PAUSES = ([0, 0.1, 0.2, 0.5, 1] + [2] * 15_768_000).freeze

      # Whether this version of Rails is built as this file expects; else Rails' own adapter is used.
      def self.fits?
        private_instance_methods.include?(:listener) && Listener.private_method_defined?(:resubscribe)
      end

      class PersistentListener < Listener
        def initialize(adapter, config, event_loop, &after_gap)
          super(adapter, config.merge(reconnect_attempts: PAUSES), event_loop)
          @after_gap = after_gap
        end

        private

        def resubscribe
          super
          @event_loop.post(&@after_gap)
        end
      end

      private

      def listener
        @listener || @server.mutex.synchronize do
          @listener ||= PersistentListener.new(self, config_options, @server.event_loop) { close_sockets }
        end
      end

      def close_sockets
        Rails.logger.warn { "[cablechat] The connection to Redis was lost and is back: #{@server.connections.size} sockets are asked to come back, too." }
        @server.connections.each { |connection| connection.close(reason: ActionCable::INTERNAL[:disconnect_reasons][:server_restart]) }
      end
    end
  end
end
