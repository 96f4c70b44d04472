# frozen_string_literal: true

require "digest"

module Cablechat
  # One webchat, as the initializer declares it.
  class WebchatDefinition
    IMAGES = %w[image/png image/jpeg image/gif image/webp].freeze
    ACCEPTED_UPLOADS = (IMAGES + %w[application/pdf text/plain text/csv application/zip video/mp4 audio/mpeg]).freeze

    attr_reader :id
    # Shown in the panel's header.
    attr_accessor :name, :greeting
    # BCP 47, or nil for the page's own.
    attr_accessor :locale
    # CSS values by custom property without its prefix: {accent: "#0a7"}.
    attr_accessor :theme
    # Sites that may use it, e.g. ["https://www.example.com"]; strings or Regexps that match all of an origin.
    # The application's own origin always may.
    attr_accessor :origins
    # uploads, reactions, rating, transcript: true or false.
    attr_accessor :features
    # Bytes. @default 10 MiB
    attr_accessor :upload_max_bytes
    # Content types. HTML and SVG are refused whatever stands here.
    attr_accessor :upload_accept
    # -> { {online: true, returns_at: nil} }
    attr_accessor :availability
    # The name of a Responder's class; answers visitors outside the request.
    attr_accessor :responder
    # Signs identities. @default made with the row, kept in the database
    attr_accessor :identity_secret

    def initialize(id)
      @id = id
      @name = id.humanize
      @origins = []
      @theme = {}
      @features = {}
      @upload_max_bytes = 10 * 1024 * 1024
      @upload_accept = ACCEPTED_UPLOADS
      @availability = -> { { online: true, returns_at: nil } }
    end

    # What the row keeps. Regexps cannot be kept: origins are always asked of the definition itself.
    def columns
      {
        name: name, greeting: greeting, locale: locale, theme: theme.stringify_keys.transform_values(&:to_s),
        features: features.stringify_keys, origins: origins.map(&:to_s),
        upload_max_bytes: upload_max_bytes, upload_accept: upload_accept
      }.merge(identity_secret ? { identity_secret: identity_secret } : {})
    end

    def digest
      Digest::SHA256.hexdigest(columns.to_json)
    end
  end
end
