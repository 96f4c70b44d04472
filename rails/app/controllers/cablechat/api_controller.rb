# frozen_string_literal: true

module Cablechat
  # What every JSON call shares: problem+json, allowed origins, limits. No cookies, so nothing a foreign page could ride on.
  class ApiController < ActionController::API
    include Problems, CrossOrigin, RateLimits, RequestFields

    before_action :remember_base_url
    before_action :refuse_foreign_origins

    limit_requests to: Cablechat.config.requests_per_minute, within: 1.minute, by: -> { request.remote_ip }, name: "requests"

    private

    def remember_base_url
      Current.request_base_url = request.base_url + request.script_name
    end
  end
end
