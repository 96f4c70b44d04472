# frozen_string_literal: true

require "tempfile"
require "cablechat/stopping"

module Cablechat
  # Before the engine's own routes: refuses bodies that are too large to read or cannot be read, and everything while the
  # server is stopping; and keeps the visitor's secrets and words out of the log.
  class Gate
    # No call but an upload comes near it.
    MAX_JSON_BYTES = 256 * 1024
    # Beside the file itself: the multipart frame.
    MULTIPART_ROOM_BYTES = 64 * 1024

    WITH_BODY = %w[POST PUT PATCH DELETE].freeze
    PIECE_BYTES = 64 * 1024

    UPLOADS = %r{\A/webchats/([^/]+)/uploads/?\z}

    FILTERED = [:session, :hash, :token, :body, :email, :name, :identifier, :attributes, :comment, :page, :file, :q]
      .map { |name| /\A#{name}\z/ }.freeze

    def initialize(app)
      @app = app
    end

    def call(env)
      filters = "action_dispatch.parameter_filter"
      env[filters] = Array(env[filters]) + FILTERED
      return stopping.to_rack(env) if Stopping.now?
      return Problem.new(:payload_too_large, "The body is too large.").to_rack(env) if too_large?(env)

      ReplyWatch.begin
      @app.call(env)
    rescue ActionDispatch::Http::Parameters::ParseError, EOFError, Rack::Multipart::MultipartPartLimitError
      Problem.new(:invalid_json, "The body cannot be read: send JSON, or multipart for an upload.").to_rack(env)
    rescue ActiveRecord::ConnectionNotEstablished, ActiveRecord::ConnectionTimeoutError
      Problem.new(:unavailable, "The database cannot be reached.", headers: { "retry-after" => "2" }).to_rack(env)
    rescue ActionController::BadRequest, Rack::QueryParser::InvalidParameterError, Rack::QueryParser::ParameterTypeError
      Problem.new(:invalid_json, "The query or the body cannot be read.").to_rack(env)
    end

    private

    # Another process, or this one in a moment, takes it: a client tries again.
    def stopping = Problem.new(:unavailable, "The server is stopping.", headers: { "retry-after" => "1" })

    def too_large?(env)
      measure(env) if env["CONTENT_LENGTH"].to_s.empty? && WITH_BODY.include?(env["REQUEST_METHOD"])
      length = env["CONTENT_LENGTH"].to_i
      length > MAX_JSON_BYTES && length > most(env)
    end

    def most(env)
      webchat = env["PATH_INFO"][UPLOADS, 1] or return MAX_JSON_BYTES
      Webchat.upload_limit(webchat) + MULTIPART_ROOM_BYTES
    end

    # A body that comes in chunks, of which nobody says how long it is (Puma does, once it has read it): read as far as it may go.
    def measure(env)
      input = env["rack.input"] or return
      body = Tempfile.new("cablechat", binmode: true)
      left = most(env) + 1
      while left.positive? && (piece = input.read([left, PIECE_BYTES].min))
        body.write(piece)
        left -= piece.bytesize
      end
      env["CONTENT_LENGTH"] = body.size.to_s
      env["rack.input"] = body.tap(&:rewind)
    end
  end
end
