# frozen_string_literal: true

module Cablechat
  # CORS by the webchat's allowed origins. What comes without an Origin is no page of another site.
  module CrossOrigin
    METHODS = "GET, POST, PUT, PATCH, DELETE"
    HEADERS = "Authorization, Content-Type, Accept, If-None-Match"
    EXPOSED = "ETag, Retry-After"

    private

    def refuse_foreign_origins
      response.set_header("Vary", "Origin, Authorization")
      origin = request.origin
      return if origin.blank?
      allowed = origin == request.base_url || foreign_origin_allowed?(origin)
      # The refusal itself may be read, so that the widget can name its cause to a developer; a preflight gets nothing.
      allow_origin(origin) if allowed || !request.options?
      raise Problem.new(:origin_not_allowed, "#{origin} is not among the allowed origins of this webchat.") unless allowed
    end

    def allow_origin(origin)
      response.set_header("Access-Control-Allow-Origin", origin)
      response.set_header("Access-Control-Expose-Headers", EXPOSED)
    end

    # Overridden by who knows a webchat.
    def foreign_origin_allowed?(_origin) = false
  end
end
