# frozen_string_literal: true

module Cablechat
  # A person the host application vouches for.
  class Contact < ApplicationRecord
    MAX_DETAILS = 50

    belongs_to :webchat
    has_many :sessions
    has_many :conversations

    attribute :details, :json, default: -> { {} }

    # What is left out stays as it was; details are merged by name.
    def self.upsert_identified(webchat, identifier:, name: nil, email: nil, attributes: nil)
      key = { webchat_id: webchat.id, identifier_digest: Digest::SHA256.hexdigest(identifier) }
      now = Time.current
      insert_unless_there(**key, identifier: identifier, details: {}, created_at: now, updated_at: now)
      lock.find_by!(key).tap do |contact|
        details = contact.details.merge((attributes || {}).to_h).compact.first(MAX_DETAILS).to_h
        contact.update!({ name: name, email: email }.compact.merge(details: details))
      end
    end

    def owner_key = "contact:#{id}"
  end
end
