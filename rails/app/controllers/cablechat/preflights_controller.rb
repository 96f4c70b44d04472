# frozen_string_literal: true

module Cablechat
  # Answers the browser's question whether a page of another site may call. Tells the webchat's by the address.
  class PreflightsController < ApiController
    MAX_AGE_SECONDS = 7_200

    def show
      response.set_header("Access-Control-Allow-Methods", METHODS)
      response.set_header("Access-Control-Allow-Headers", HEADERS)
      response.set_header("Access-Control-Max-Age", MAX_AGE_SECONDS.to_s)
      head :no_content
    end

    private

    def foreign_origin_allowed?(origin)
      id = params[:path].to_s[%r{\Awebchats/([^/]+)}, 1]
      return agent_origin_allowed?(origin) unless id

      webchat = Webchat.resolve(id)
      webchat.nil? || webchat.allows?(origin)
    end

    # The agent's side asks for the webchat nowhere in its addresses.
    def agent_origin_allowed?(origin)
      params[:path].to_s.start_with?("agent/") && Webchat.any_allows?(origin)
    end
  end
end
