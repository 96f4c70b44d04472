# frozen_string_literal: true

module Cablechat
  # Who the visitor is, as the host application vouches for it.
  class IdentitiesController < VisitorController
    limit_requests to: 60, within: 1.minute, name: "identities", by: -> { Session.digest(session_secret.to_s) }

    def update
      details = identity_fields
      unless webchat.vouches_for?(details[:identifier], hash_field)
        raise Problem.new(:invalid_identity, "hash must be the hex HMAC-SHA256 of identifier under the webchat's secret.")
      end
      session = Session.of!(webchat, session_secret).identify(**details)
      render json: { session: session.to_protocol, conversation: session.current_conversation&.to_protocol }
    end

    private

    def identity_fields
      {
        identifier: text_field(:identifier, max: 255), name: text_field(:name, max: 255, blank: true),
        email: text_field(:email, max: 320, blank: true), attributes: attribute_fields
      }
    end

    # One that is there is right or wrong, an empty one too; without one the request is not whole.
    def hash_field = text_field(:hash, max: 200, blank: true) || refuse(:hash, "is missing")

    def attribute_fields
      attributes = object_field(:attributes) or return
      refuse(:attributes, "has more than #{Contact::MAX_DETAILS} entries") if attributes.size > Contact::MAX_DETAILS
      plain = attributes.values.all? { |value| value.nil? || value == true || value == false || value.is_a?(Numeric) || (value.is_a?(String) && value.length <= 1_000) }
      refuse(:attributes, "may hold short texts, numbers, true, false and null") unless plain
      attributes.to_h
    end
  end
end
