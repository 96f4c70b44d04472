# frozen_string_literal: true

module Cablechat
  # Before the engine's own routes: refuses bodies that are too large to read or cannot be read, and keeps the
  # visitor's secrets and words out of the log.
  class Gate
    # No call but an upload comes near it.
    MAX_JSON_BYTES = 256 * 1024
    # Beside the file itself: the multipart frame.
    MULTIPART_ROOM_BYTES = 64 * 1024

    FILTERED = [:session, :hash, :token, :body, :email, :name, :identifier, :attributes, :comment, :page, :file, :q]
      .map { |name| /\A#{name}\z/ }.freeze

    def initialize(app)
      @app = app
    end

    def call(env)
      filters = "action_dispatch.parameter_filter"
      env[filters] = Array(env[filters]) + FILTERED
      return Problem.new(:payload_too_large, "The body is too large.").to_rack(env) if too_large?(env)

      @app.call(env)
    rescue ActionDispatch::Http::Parameters::ParseError, EOFError, Rack::Multipart::MultipartPartLimitError
      Problem.new(:invalid_json, "The body cannot be read: send JSON, or multipart for an upload.").to_rack(env)
    rescue ActionController::BadRequest, Rack::QueryParser::InvalidParameterError, Rack::QueryParser::ParameterTypeError
      Problem.new(:invalid_json, "The query or the body cannot be read.").to_rack(env)
    end

    private

    def too_large?(env)
      length = env["CONTENT_LENGTH"].to_i
      limit = MAX_JSON_BYTES
      if env["PATH_INFO"].end_with?("/uploads")
        limit = (Cablechat.config.definitions.map(&:upload_max_bytes) + [10 * 1024 * 1024]).max + MULTIPART_ROOM_BYTES
      end
      length > limit
    end
  end
end
