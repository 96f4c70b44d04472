# frozen_string_literal: true

module Cablechat
  # One configured widget: settings, allowed origins, identity secret.
  class Webchat < ApplicationRecord
    # How long a process believes what it knows of the allowed origins.
    ORIGINS_KEPT = 10.seconds

    has_many :sessions
    has_many :contacts
    has_many :conversations
    has_many :uploads

    attribute :theme, :json, default: -> { {} }
    attribute :features, :json, default: -> { {} }
    attribute :origins, :json, default: -> { [] }
    attribute :upload_accept, :json, default: -> { WebchatDefinition::ACCEPTED_UPLOADS }
    attribute :upload_max_bytes, default: 10 * 1024 * 1024
    attribute :identity_secret, default: -> { SecureRandom.hex(32) }

    validates :public_id, format: /\A[\w.-]{1,64}\z/

    # @return nil where there is none of that id, neither declared nor in the table
    def self.resolve(public_id)
      public_id = public_id.to_s
      definition = Cablechat.config.definition(public_id)
      webchat = find_by(public_id: public_id)
      return webchat if definition.nil? || webchat&.definition_digest == definition.digest

      insert_declared(definition) unless webchat
      find_by!(public_id: public_id).tap do |row|
        row.update!(**definition.columns, definition_digest: definition.digest) if row.definition_digest != definition.digest
      end
    end

    # How large a file may be, in bytes; nothing for a webchat that is not there.
    def self.upload_limit(public_id)
      Cablechat.config.definition(public_id)&.upload_max_bytes || where(public_id: public_id).pick(:upload_max_bytes) || 0
    end

    def self.any_allows?(origin)
      all_kept.any? { |webchat| webchat.allows?(origin) }
    end

    # What this process knows of the origins; for tests, and for whoever changes them and cannot wait.
    def self.forget_origins = @kept_until = nil

    def self.insert_declared(definition)
      now = Time.current
      secret = definition.identity_secret || SecureRandom.hex(32)
      insert_unless_there(**definition.columns, public_id: definition.id, identity_secret: secret,
        definition_digest: definition.digest, created_at: now, updated_at: now)
    end
    private_class_method :insert_declared

    def self.all_kept
      now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      return @kept if @kept_until && now < @kept_until

      Cablechat.config.definitions.each { |definition| resolve(definition.id) }
      @kept, @kept_until = all.to_a, now + ORIGINS_KEPT
      @kept
    end
    private_class_method :all_kept

    # Whether a page of that origin may use it. The application's own pages are the caller's to allow.
    def allows?(origin)
      return true if Rails.env.local? && Cablechat::LOOPBACK.match?(origin)

      allowed_origins.any? { |allowed| allowed.is_a?(Regexp) ? allowed.match?(origin) : allowed == origin }
    end

    # Hex HMAC-SHA256 of the identifier: what the host application hands to its page.
    def identity_hash(identifier)
      OpenSSL::HMAC.hexdigest("SHA256", identity_secret, identifier.to_s)
    end

    # In constant time.
    def vouches_for?(identifier, hash)
      ActiveSupport::SecurityUtils.secure_compare(identity_hash(identifier), hash.to_s.downcase)
    end

    def self.heads_stream(id) = "cablechat:heads:#{id}"
    def heads_stream = self.class.heads_stream(id)

    def responder = Cablechat.config.definition(public_id)&.responder

    def feature?(name) = features.fetch(name.to_s, true)

    def to_protocol
      {
        id: public_id, name: name, locale: locale, theme: theme, greeting: greeting,
        features: %w[uploads reactions rating transcript].index_with { |feature| feature?(feature) }.merge(features),
        availability: Cablechat.config.definition(public_id)&.availability&.call || { online: true, returns_at: nil },
        uploads: feature?(:uploads) && Upload.possible? ? { max_bytes: upload_max_bytes, accept: upload_accept } : nil
      }
    end

    private

    # The definition's own where there is one: a Regexp does not survive in a column.
    def allowed_origins = Cablechat.config.definition(public_id)&.origins || origins
  end
end
