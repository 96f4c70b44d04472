# frozen_string_literal: true

module Cablechat
  # The bootstrap: settings, and where a session has got to. Creates nothing.
  class WebchatsController < VisitorController
    skip_before_action :no_store

    def show
      return show_anonymous if session_secret.nil?

      no_store
      render json: settings.merge(thread_of(visitor))
    end

    private

    # The same for everybody, so it may be kept anywhere as long as it is asked for anew.
    def show_anonymous
      body = settings.merge(thread_of(nil)).to_json
      render json: body if stale?(strong_etag: body, public: true, cache_control: { max_age: 0, must_revalidate: true })
    end

    def settings
      { webchat: webchat.to_protocol, cable: { url: cable_url, channel: "Cablechat::WebchatChannel" } }
    end

    def cable_url
      Cablechat.config.cable_url || "#{Current.base_url.sub(/\Ahttp/, "ws")}/cable"
    end

    def thread_of(session)
      thread = { session: session&.to_protocol, conversation: nil, messages: [], revision: 0, has_more_before: false }
      conversation = session&.current_conversation or return thread
      page = conversation.last_page
      thread.merge(conversation: conversation.to_protocol, messages: page.messages.map(&:to_protocol), revision: page.revision, has_more_before: page.more)
    end
  end
end
