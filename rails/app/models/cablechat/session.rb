# frozen_string_literal: true

module Cablechat
  # One visitor's browser. The secret is the browser's own; here is its SHA-256 digest alone, so that who reads the
  # database can be nobody's visitor. It needs no salt and no slow hash: it is 256 random bits.
  class Session < ApplicationRecord
    # 32 bytes in base64url.
    FORMAT = /\A[A-Za-z0-9_-]{43}\z/
    # Being seen is written at most so often: a read should not cost a write.
    SEEN_EVERY = 1.hour
    CHALLENGE = { "www-authenticate" => "Bearer" }.freeze

    belongs_to :webchat
    belongs_to :contact, optional: true
    has_many :messages
    has_many :uploads

    scope :usable, -> { where(ended_at: nil) }

    after_update_commit :end_subscriptions, if: :saved_change_to_ended_at?

    def self.digest(secret) = Digest::SHA256.hexdigest(secret)

    # @param lock within a transaction: locks the row
    # @return nil for one the server does not know
    # @raise Problem invalid_session for what can be no session, session_expired for one that has ended
    def self.of(webchat, secret, lock: false)
      raise invalid("A session is 32 random bytes in base64url: 43 characters, no padding.") unless FORMAT.match?(secret.to_s)

      key = { webchat_id: webchat.id, digest: digest(secret) }
      session = lock ? find_locked(key) : find_by(key)
      session&.association(:webchat)&.target = webchat
      raise Problem.new(:session_expired, "Begin a new session.", headers: CHALLENGE) if session&.ended?

      session&.tap(&:be_seen)
    end

    # As `of`, and makes it where the server does not know it: N first messages at once make one row.
    def self.of!(webchat, secret, lock: false)
      of(webchat, secret, lock: lock) || begin
        now = Time.current
        key = { webchat_id: webchat.id, digest: digest(secret) }
        insert_unless_there(**key, seen_at: now, created_at: now, updated_at: now)
        # With a lock: within a transaction, MySQL shows the winner's row to no other read.
        self.lock.find_by!(key).tap { |session| session.association(:webchat).target = webchat }
      end
    end

    # Makes the session where it is new, and posts with it; a refused message leaves no session behind.
    def self.post(webchat, secret, **message)
      serialized do
        session = of!(webchat, secret, lock: true)
        session.holding_lock { session.post(**message) }
      end
    end

    def self.invalid(detail) = Problem.new(:invalid_session, detail, headers: CHALLENGE)
    private_class_method :invalid

    # The conversations its reader sees: an identified visitor's are the contact's, on every device.
    def conversations
      contact_id ? Conversation.where(contact_id: contact_id) : Conversation.where(session_id: id, contact_id: nil)
    end

    # What the reader reads: the open conversation, else the latest.
    def current_conversation
      conversations.order(Arel.sql("CASE status WHEN 'open' THEN 0 ELSE 1 END"), id: :desc).first
    end

    # Who writes with it.
    def author
      Author.new(type: "visitor", id: contact_id ? "contact-#{contact_id}" : "session-#{id}", name: contact&.name)
    end

    def owner_key = contact_id ? contact.owner_key : "session:#{id}"

    def stream_of(conversation) = "cablechat:session:#{id}:conversation:#{conversation.id}"

    # The visitor's message, into the open conversation. Under the session's lock, so that being identified meanwhile
    # cannot leave it behind with nobody.
    # @return [message, whether it is new]: the same client_id gives the same message ever after
    def post(client_id:, attachments: [], page: nil, **content)
      locked do
        known = sent(client_id)
        next [known, false] if known

        uploads = Upload.free_of(self, attachments)
        conversation = Conversation.open_for(self)
        message = conversation.holding_lock { conversation.post(author: author, client_id: client_id, session: self, uploads: uploads, page: page, **content) }
        [message, true]
      end
    end

    # Ties it to a contact. What it has written so far becomes the contact's; where the contact has an open conversation
    # already, that one counts, and the session's own is closed.
    def identify(**details)
      locked do
        contact = Contact.upsert_identified(webchat, **details)
        anonymous = Conversation.where(session_id: id, contact_id: nil).order(:id).to_a
        update!(contact: contact)
        anonymous.each { |conversation| conversation.hand_over_to(contact) }
        owe("session.identified", session: self, contact: contact)
      end
      self
    end

    # Ends it for good: its requests are refused, its subscriptions are rejected, and it is never made again. What it wrote
    # stays with the staff; a conversation of its own, which nobody is left to go on with, is closed. Idempotent.
    def end!
      locked do
        next if ended?

        @ended_streams = conversations.map { |conversation| stream_of(conversation) }
        # Whose it was is of no use to a tombstone.
        update!(ended_at: Time.current, contact: nil)
        owe("session.ended", session: self)
        Conversation.where(session_id: id, status: "open").find_each(&:close)
      end
      self
    end

    def ended? = ended_at.present?

    def to_protocol = { identified: contact_id.present?, name: contact&.name }

    protected

    def be_seen
      update_columns(seen_at: Time.current) if seen_at < SEEN_EVERY.ago
    end

    private

    def end_subscriptions = Cable.end_subscriptions(*@ended_streams)

    # Also in conversations closed since: a retry must not say it again in a new one.
    def sent(client_id)
      known = messages.find_by(client_id: client_id) || Message.find_by(client_id: client_id, conversation: conversations)
      raise Problem.invalid_field("client_id", "is another message's; make a new UUID") if known && known.author_type != "visitor"

      known
    end
  end
end
