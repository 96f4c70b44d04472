# frozen_string_literal: true

module Cablechat
  # What somebody said. Written under its conversation's lock, by the conversation.
  class Message < ApplicationRecord
    MAX_CHARACTERS = 10_000
    MAX_ATTACHMENTS = 10
    STATES = %w[complete streaming cancelled failed deleted].freeze

    belongs_to :conversation
    belongs_to :session, optional: true
    has_many :uploads, -> { order(:id) }
    has_many :reactions, -> { order(:id) }, dependent: :delete_all

    attribute :quick_replies, :json, default: -> { [] }
    attribute :cards, :json, default: -> { [] }
    attribute :reply_to, :json

    scope :streaming, -> { where(state: "streaming") }
    scope :abandoned, -> { streaming.where(heartbeat_at: ...Cablechat.config.reply_lease.ago) }

    validates :state, inclusion: STATES
    validates :body, length: { maximum: StreamingReply::MAX_CHARACTERS }

    after_create_commit :announce_created
    after_create_commit :call_responder, if: -> { author_type == "visitor" }
    after_update_commit :announce_changed

    # Replies whose writer has died: nobody goes on with them.
    # @param conversations whose; everybody's where none are named
    def self.fail_abandoned(conversations = nil)
      rows = conversations ? abandoned.where(conversation: conversations) : abandoned
      rows.includes(:conversation).find_each { |message| message.conversation.end_reply(message, "failed") }
    end

    # RFC 3339 in UTC with six fractional digits.
    def self.timestamp(time) = time&.utc&.iso8601(6)

    def streaming? = state == "streaming"
    def deleted? = state == "deleted"

    def author = Author.new(type: author_type, id: author_id, name: author_name, avatar_url: author_avatar_url)

    # Adds a chunk to a streaming reply, in the database itself.
    # @return whether it still streams
    def append(text)
      joined = self.class.sqlite? ? "body || :text" : "CONCAT(body, :text)"
      write_streaming("body = #{joined}, chunk = chunk + 1, heartbeat_at = :now", text: text)
    end

    # The writer of a streaming reply lives.
    # @return whether it still streams
    def beat = write_streaming("heartbeat_at = :now")

    def to_protocol
      shared = { id: id.to_s, state: state, revision: revision, created_at: self.class.timestamp(created_at) }
      return shared if deleted?

      shared.merge(
        client_id: client_id, conversation: conversation_id.to_s, author: author.to_protocol, body: body, chunk: chunk,
        attachments: uploads.map(&:to_protocol), quick_replies: quick_replies || [], cards: cards || [],
        reply_to: reply_to, reactions: Reaction.summary(reactions), edited_at: self.class.timestamp(edited_at)
      )
    end

    private

    def write_streaming(assignment, **values)
      self.class.serialized do
        self.class.streaming.where(id: id).update_all([assignment, { now: Time.current.floor(6), **values }]).positive?
      end
    end

    def announce_created = announce("message.created")

    def announce_changed
      uploads.reset
      reactions.reset
      announce(deleted? ? "message.deleted" : "message.updated")
    end

    def announce(event)
      conversation.broadcast({ type: "message", revision: revision, message: to_protocol })
      Events.tell(event, message: self, conversation: conversation)
    end

    def call_responder
      responder = conversation.webchat.responder
      Events.safely("responder") { ResponderJob.perform_later(responder.to_s, self) } if responder
    end
  end
end
