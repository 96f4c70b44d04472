# frozen_string_literal: true

require "cablechat/webchat_definition"

module Cablechat
  # Everything `config/initializers/cablechat.rb` can say. The defaults are safe: no foreign origin, a closed desk.
  class Configuration
    # A String: the controller class that lets staff in (its before_actions run before the desk). @default nil: closed
    attr_accessor :base_controller_class

    # ->(controller) { … } gives the agent at the desk: an Author, a Hash with id and name, or a user.
    # @default the controller's current_user
    attr_accessor :current_agent

    # ->(author) { … } asked at every request of the desk's: may this agent still answer? @default always
    attr_accessor :agent_allowed

    # ->(token) { … } gives an agent for a token of the application's own, else nil. @default none
    attr_accessor :authenticate_agent

    # How long the token in an open desk is good. @default 12 hours
    attr_accessor :agent_token_expires_in

    # ->(user) { {identifier:, name:, email:, attributes:} } for cablechat_tag's user. @default id, name and email
    attr_accessor :identify

    # Where the engine is reached from outside, e.g. "https://app.example.com/cablechat". @default from the request
    attr_accessor :public_url

    # The cable's URL, e.g. of AnyCable. @default the engine's own cable, at its mount point
    attr_accessor :cable_url

    # :own, a cable that lets anonymous visitors of the allowed origins in, or :application, ActionCable.server.
    attr_accessor :cable

    # Requests a minute and address, sends a minute and session. @default 6000, 300
    attr_accessor :requests_per_minute, :sends_per_minute

    # A cache store that counts requests for all processes. @default Rails.cache
    attr_accessor :rate_limit_store

    # A streaming reply whose writer has given no sign of life for so long has failed. @default 20 seconds
    attr_accessor :reply_lease

    # What the clean-up keeps, and for how long; nil is for ever. Keys: sessions (unseen), ended_sessions (their digests),
    # uploads (of no message), conversations (closed), unread_conversations (open, but of no session, since somebody wrote),
    # contacts (with neither session nor conversation). @default 180 days, 365 days, 1 day, nil, 180 days, 1 day
    attr_reader :retention

    # The sender of transcripts. @default the application's mailers' default
    attr_accessor :mailer_from

    # The queue of every job. @default nil: the application's default
    attr_accessor :queue

    def initialize
      @current_agent = ->(controller) { controller.send(:current_user) if controller.respond_to?(:current_user, true) }
      @agent_allowed = ->(_author) { true }
      @authenticate_agent = ->(_token) {}
      @identify = ->(user) { { identifier: user.id.to_s, name: user.try(:name), email: user.try(:email) } }
      @agent_token_expires_in = 12.hours
      @cable = :own
      @requests_per_minute = 6_000
      @sends_per_minute = 300
      @reply_lease = 20.seconds
      @retention = { sessions: 180.days, ended_sessions: 365.days, uploads: 1.day, conversations: nil, unread_conversations: 180.days, contacts: 1.day }
      @webchats = {}
    end

    # Declares a webchat; its row is made, or brought up to date, when it is first asked for.
    def webchat(id, &block)
      @webchats[id.to_s] = WebchatDefinition.new(id.to_s).tap { |definition| block&.call(definition) }
    end

    def definition(id) = @webchats[id.to_s]
    def definitions = @webchats.values
  end
end
