# frozen_string_literal: true

module Cablechat
  # A thread of messages of one session, or of one contact. Its revision counts every durable change, under its lock.
  class Conversation < ApplicationRecord
    include Revisions, Opening, Posting, Streaming, Changes, Pages, Head, Broadcasts

    belongs_to :webchat
    belongs_to :session, optional: true
    belongs_to :contact, optional: true
    has_many :messages

    attribute :assignee, :json
    attribute :rating, :json
    attribute :visitor_page, :json

    def open? = status == "open"

    def to_protocol
      {
        id: id.to_s, status: status, revision: revision, assignee: assignee,
        seen: { visitor: seen_visitor_id&.to_s, agent: seen_agent_id&.to_s }, rating: rating
      }
    end
  end
end
