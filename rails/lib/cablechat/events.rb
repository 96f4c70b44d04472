# frozen_string_literal: true

module Cablechat
  # What the application may listen to. Every event is told after the commit, through ActiveSupport::Notifications,
  # under its name with ".cablechat" behind: `message.created.cablechat`.
  #
  # message.created, message.updated, message.deleted      payload: message, conversation
  # conversation.opened, .closed, .reopened, .assigned, .rated   payload: conversation
  # session.identified                                      payload: session, contact
  # session.ended                                           payload: session
  module Events
    SUFFIX = ".cablechat"

    # The block is given the payload. @return the subscriber, for ActiveSupport::Notifications.unsubscribe
    def self.on(name)
      ActiveSupport::Notifications.subscribe("#{name}#{SUFFIX}") do |*arguments|
        yield ActiveSupport::Notifications::Event.new(*arguments).payload
      end
    end

    def self.tell(name, payload)
      safely("event #{name}") { ActiveSupport::Notifications.instrument("#{name}#{SUFFIX}", payload) }
    end

    # Runs what follows a commit. The named case: whatever fails here (a listener, Redis, a queue), the message is
    # stored and the sender must be told so; readers get it by their next catch-up. The error goes to Rails.error.
    def self.safely(what)
      yield
    rescue StandardError, LoadError => error # LoadError: cable.yml names an adapter whose gem is not there
      Rails.logger.error { "[cablechat] #{what} failed after the commit: #{error.class}: #{error.message}" }
      Rails.error.report(error, handled: true, severity: :error, context: { cablechat: what })
    end
  end
end
