# frozen_string_literal: true

module Cablechat
  # What every JSON call shares: problem+json, allowed origins, limits. No cookies, so nothing a foreign page could ride on.
  class ApiController < ActionController::API
    include Problems, CrossOrigin, RateLimits, RequestFields

    before_action :remember_base_url
    before_action :refuse_foreign_origins
    before_action :refuse_other_types

    limit_requests to: Cablechat.config.requests_per_minute, within: 1.minute, by: -> { request.remote_ip }, name: "requests"

    private

    # Only JSON is read. Which is also why no plain form of a foreign page gets in.
    def refuse_other_types
      return if request.content_length.to_i.zero? || request.media_type == accepted_type

      raise Problem.new(:unsupported_media_type, "Send #{accepted_type}.")
    end

    # Overridden where it is another.
    def accepted_type = "application/json"

    def remember_base_url
      Current.request_base_url = request.base_url + request.script_name
    end
  end
end
