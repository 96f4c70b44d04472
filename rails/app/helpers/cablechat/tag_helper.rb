# frozen_string_literal: true

module Cablechat
  # For the application's own layout.
  module TagHelper
    # The chat, on this page: the loader's script tag, and, for a signed-in visitor, who it is, signed.
    #
    #   <%= cablechat_tag :support, user: current_user %>
    #
    # @param webchat its public id
    # @param user whoever is signed in, or nil; see config.identify
    # @param attributes any of the element's, e.g. position: "bottom-left", accent, auto_open: "load"
    def cablechat_tag(webchat, user: nil, locale: I18n.locale, **attributes)
      public_id = webchat.to_s
      # What the loader fetches has another name with each version here.
      fetched = %i[panel more].index_with { |name| asset_path(cablechat_asset("cablechat-#{name}.js")) }
      data = { endpoint: cablechat_endpoint, webchat: public_id, locale: locale, **fetched, **attributes }.compact
      # Rails' Link header would have the browser fetch it ahead of the page's own, and without the nonce: a strict policy refuses that.
      script = javascript_include_tag(cablechat_asset("cablechat.js"), async: true, nonce: true, preload_links_header: false, data: data)
      user ? safe_join([cablechat_identity_tag(public_id, user), script], "\n") : script
    end

    # The logical path of a file of dist/.
    def cablechat_asset(name) = "cablechat/#{name}"

    private

    def cablechat_endpoint
      Cablechat.config.public_url || "#{request.base_url}#{Cablechat::Engine.routes.find_script_name({})}"
    end

    def cablechat_identity_tag(public_id, user)
      webchat = Cablechat::Webchat.resolve(public_id) or
        raise ArgumentError, "No webchat is called #{public_id.inspect}; declare it in config/initializers/cablechat.rb."
      identity = Cablechat.config.identify.call(user)
      identity = identity.merge(identifier: identity[:identifier].to_s, hash: webchat.identity_hash(identity[:identifier])).compact
      # to_json escapes what could end the script.
      javascript_tag("(window.cablechat ||= []).push(#{ERB::Util.json_escape(["identify", identity].to_json)})", nonce: true)
    end
  end
end
