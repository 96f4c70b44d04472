# frozen_string_literal: true

module Cablechat
  # Nothing is kept between two actions: a channel may live in another process at each of them (AnyCable), so whoever
  # acts is looked up anew, and a session that has ended meanwhile can do nothing.
  class Channel < ActionCable::Channel::Base
    TYPING_STATES = %w[started stopped].freeze
    TYPING_PER_MINUTE = 120

    # @param data {"state" => "started" | "stopped"}
    def typing(data)
      state = TYPING_STATES.find { |known| known == data["state"] } or return
      author, conversation = typist
      conversation.typing(author, state) if conversation && within_limit?(conversation, author)
    end

    private

    def within_limit?(conversation, author)
      count = RateLimits::Store.increment("cablechat:typing:#{conversation.id}:#{author.type}:#{author.id}", 1, expires_in: 1.minute)
      count.nil? || count <= TYPING_PER_MINUTE
    end

    def webchat
      Webchat.resolve(params[:id])
    end

    # The page's origin, where one is known: behind AnyCable only if it is told to pass it on.
    def origin_allowed?(webchat)
      env = connection.env
      origin = env["HTTP_ORIGIN"]
      origin.blank? || origin == Rack::Request.new(env).base_url || webchat.allows?(origin)
    end
  end
end
