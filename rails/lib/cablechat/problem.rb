# frozen_string_literal: true

module Cablechat
  # A refusal, answered as application/problem+json (RFC 9457).
  class Problem < StandardError
    CONTENT_TYPE = "application/problem+json"
    KINDS = {
      invalid: [422, "The request breaks a rule"],
      invalid_json: [400, "The body is not JSON"],
      invalid_session: [401, "The session is not usable"],
      session_expired: [401, "The session has ended"],
      invalid_identity: [401, "The identity could not be verified"],
      invalid_token: [401, "The agent's token is not valid"],
      origin_not_allowed: [403, "This site may not use this webchat"],
      unknown_webchat: [404, "There is no such webchat"],
      unknown_cursor: [404, "The place asked from is not known"],
      not_found: [404, "There is nothing here"],
      method_not_allowed: [405, "This cannot be done here"],
      payload_too_large: [413, "Too large"],
      unsupported_media_type: [415, "This type is not accepted"],
      too_many_requests: [429, "Too many requests"],
      server_error: [500, "Something went wrong on the server"],
      unavailable: [503, "The server cannot answer just now"]
    }.freeze

    attr_reader :code, :status, :headers

    # @param detail what happened and what helps, for a developer
    def initialize(code, detail, errors: nil, headers: {})
      super(detail)
      @code = code
      @status = KINDS.fetch(code).first
      @errors = errors
      @headers = headers
    end

    # Nothing there, or somebody else's: nobody can tell the two apart.
    def self.not_found(what) = new(:not_found, "There is no such #{what}.")

    # One field is not as it should be.
    def self.invalid_field(field, complaint) = new(:invalid, "#{field} #{complaint}.", errors: { field => [complaint] })

    def as_json(*)
      body = { type: "urn:cablechat:problem:#{code}", title: KINDS.fetch(code).last, status: status, detail: message, code: code }
      @errors ? body.merge(errors: @errors) : body
    end

    # The whole answer, for where there is no controller. A page of any origin may read it: it tells nothing.
    def to_rack(env)
      origin = env["HTTP_ORIGIN"]
      cors = origin ? { "access-control-allow-origin" => origin, "access-control-expose-headers" => "Retry-After", "vary" => "Origin" } : {}
      [status, { "content-type" => CONTENT_TYPE }.merge(cors, headers), [as_json.to_json]]
    end
  end
end
