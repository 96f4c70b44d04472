# frozen_string_literal: true

require "cablechat/version"
require "cablechat/author"
require "cablechat/configuration"
require "cablechat/discretion"
require "cablechat/events"
require "cablechat/problem"
require "cablechat/redacted_logger"
require "cablechat/reply_watch"
require "cablechat/cable"
require "cablechat/engine"

# A chat backend that does not lose a message. See docs/rails.md.
module Cablechat
  # Any port of this machine itself: always allowed in development and test, and for `webchat.origins`.
  LOOPBACK = %r{\Ahttps?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\z}

  class << self
    # The settings of `config/initializers/cablechat.rb`.
    def config
      @config ||= Configuration.new
    end

    def configure
      yield config
    end

    # The controller class whose `before_action`s decide who sees the desk; a String. Without one the desk is closed.
    def base_controller_class = config.base_controller_class
    def base_controller_class=(name)
      config.base_controller_class = name
    end

    # Runs the block after every commit of that kind; see Events for the names.
    def on(name, &block) = Events.on(name, &block)
  end
end
