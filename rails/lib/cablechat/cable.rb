# frozen_string_literal: true

require "action_cable"
require "cablechat/cable/any_webchat_origin"

module Cablechat
  # The cable that carries the frames: the engine's own server, with the application's cable.yml, which lets anonymous
  # visitors in from the allowed origins; or, with `config.cable = :application`, ActionCable.server.
  module Cable
    MUTEX = Mutex.new

    class << self
      # A Rack application; it is mounted at `cable` below the engine.
      def server
        return ActionCable.server if Cablechat.config.cable == :application

        @server || MUTEX.synchronize { @server ||= ActionCable::Server::Base.new(config: configuration) }
      end

      # What routes mount: stays the same when the server is made anew.
      def call(env) = server.call(env)

      # Sends a frame to whoever listens to the streams, in every process. Gives up at the first that fails: where Redis
      # cannot be reached, each further one would wait for it, and so would the sender of the message.
      def broadcast(*streams, frame)
        Events.safely("broadcast") { streams.each { |stream| server.broadcast(stream, frame) } }
      end

      # Takes their subscriptions from whoever listens to the streams; see WebchatChannel#transmit. Behind somebody else's
      # cable nobody would read the frame but the visitor: there the stream stays, and is silent.
      def end_subscriptions(*streams)
        broadcast(*streams, { type: WebchatChannel::END_OF_SESSION }) unless Cablechat.config.cable == :application
      end

      # The code is about to be loaded anew: sockets must not hold on to the old classes.
      def reset
        @server&.restart
      end

      # The process is about to end: tells every socket so, and waits until it is told, for half a second at most.
      def stop
        server = @server
        return if server.nil? || server.connections.empty?

        server.restart
        deadline = Process.clock_gettime(Process::CLOCK_MONOTONIC) + 0.5
        flushed = Concurrent::Event.new
        server.event_loop.post { flushed.set }
        flushed.wait([deadline - Process.clock_gettime(Process::CLOCK_MONOTONIC), 0].max)
      end

      private

      def configuration
        ActionCable.server.config.dup.tap do |config|
          config.logger = RedactedLogger.new(config.logger)
          use_redis_adapter(config) if config.cable&.fetch("adapter", nil) == "redis"
          config.connection_class = -> { Cablechat::Connection }
          config.allowed_request_origins = [AnyWebchatOrigin.new]
          config.disable_request_forgery_protection = false
          config.allow_same_origin_as_host = true
        end
      end

      def use_redis_adapter(config)
        require "cablechat/cable/redis_adapter"
        config.define_singleton_method(:pubsub_adapter) { RedisAdapter } if RedisAdapter.fits?
      end
    end
  end
end
