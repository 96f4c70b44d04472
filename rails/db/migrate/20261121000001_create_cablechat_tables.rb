# frozen_string_literal: true

# What the promises of the protocol rest on is held here, not by the code before it: one session a digest, one open
# conversation an owner, one message a client_id, a revision and a created_at of its own for each.
class CreateCablechatTables < ActiveRecord::Migration[7.1]
  def change
    create_webchats
    create_contacts
    create_sessions
    create_conversations
    create_messages
    create_uploads
    create_reactions
  end

  private

  # MySQL compares text without case and accents, and any two emoji as equal, unless told otherwise.
  def exact(**options)
    connection.adapter_name.match?(/mysql|trilogy/i) ? options.merge(collation: "utf8mb4_bin") : options
  end

  # MySQL's TEXT ends at 64 KiB; a streamed reply may be longer.
  def long_text
    connection.adapter_name.match?(/mysql|trilogy/i) ? { limit: 16.megabytes - 1 } : {}
  end

  def create_webchats
    create_table :cablechat_webchats do |t|
      t.string :public_id, **exact(limit: 64, null: false), index: { unique: true }
      t.string :name, null: false
      t.text :greeting
      t.string :locale
      t.json :theme
      t.json :features
      t.json :origins
      t.bigint :upload_max_bytes, null: false
      t.json :upload_accept
      t.string :identity_secret, null: false
      t.string :definition_digest
      t.timestamps precision: 6
    end
  end

  def create_contacts
    create_table :cablechat_contacts do |t|
      t.references :webchat, null: false, foreign_key: { to_table: :cablechat_webchats, on_delete: :cascade }, index: false
      # Unique by digest: identifiers that differ by case alone are two people, on every database.
      t.string :identifier_digest, limit: 64, null: false
      t.string :identifier, null: false
      t.string :name
      t.string :email, limit: 320
      t.json :details
      t.timestamps precision: 6
      t.index [:webchat_id, :identifier_digest], unique: true, name: "cablechat_one_contact_an_identifier"
    end
  end

  def create_sessions
    create_table :cablechat_sessions do |t|
      t.references :webchat, null: false, foreign_key: { to_table: :cablechat_webchats, on_delete: :cascade }, index: false
      t.references :contact, foreign_key: { to_table: :cablechat_contacts, on_delete: :nullify }
      t.string :digest, limit: 64, null: false
      t.datetime :seen_at, precision: 6, null: false, index: true
      # A row that has ended is a tombstone: its digest stays, so that the secret is never taken for a new visitor's.
      t.datetime :ended_at, precision: 6, index: true
      t.timestamps precision: 6
      t.index [:webchat_id, :digest], unique: true, name: "cablechat_one_session_a_digest"
    end
  end

  def create_conversations
    create_table :cablechat_conversations do |t|
      t.references :webchat, null: false, foreign_key: { to_table: :cablechat_webchats, on_delete: :cascade }, index: false
      t.references :session, foreign_key: { to_table: :cablechat_sessions, on_delete: :nullify }
      t.references :contact, foreign_key: { to_table: :cablechat_contacts, on_delete: :nullify }
      t.string :status, limit: 16, null: false, default: "open"
      # Whose open conversation it is, "session:1" or "contact:1"; null once closed. MySQL has no partial indexes.
      t.string :open_owner, limit: 64
      t.bigint :revision, null: false, default: 0
      t.datetime :last_message_at, precision: 6
      t.datetime :active_at, precision: 6, null: false
      t.json :assignee
      t.bigint :seen_visitor_id
      t.bigint :seen_agent_id
      t.json :rating
      t.json :visitor_page
      t.datetime :closed_at, precision: 6
      t.timestamps precision: 6
      t.index :open_owner, unique: true, name: "cablechat_one_open_conversation_an_owner"
      t.index [:webchat_id, :active_at, :id], name: "cablechat_conversations_by_activity"
      t.check_constraint "status IN ('open', 'closed')", name: "cablechat_conversation_status"
      t.check_constraint "(status = 'open') = (open_owner IS NOT NULL)", name: "cablechat_conversation_open_owner"
    end
  end

  def create_messages
    create_table :cablechat_messages do |t|
      t.references :conversation, null: false, foreign_key: { to_table: :cablechat_conversations, on_delete: :cascade }, index: false
      # The session it was sent from; null for everybody but visitors.
      t.references :session, foreign_key: { to_table: :cablechat_sessions, on_delete: :nullify }, index: false
      t.string :client_id, **exact(limit: 64)
      t.bigint :revision, null: false
      t.string :author_type, limit: 16, null: false
      t.string :author_id
      t.string :author_name
      t.string :author_avatar_url, limit: 2000
      t.string :state, limit: 16, null: false, default: "complete"
      t.text :body, null: false, **long_text
      t.integer :chunk
      t.json :quick_replies
      t.json :cards
      t.json :reply_to
      # A streaming reply's writer is alive.
      t.datetime :heartbeat_at, precision: 6
      t.datetime :created_at, precision: 6, null: false
      t.datetime :edited_at, precision: 6
      t.index [:conversation_id, :client_id], unique: true, name: "cablechat_one_message_a_client_id"
      t.index [:session_id, :client_id], unique: true, name: "cablechat_one_send_a_client_id"
      t.index [:conversation_id, :revision], unique: true, name: "cablechat_one_message_a_revision"
      t.index [:conversation_id, :created_at], unique: true, name: "cablechat_one_message_a_moment"
      t.index [:state, :heartbeat_at], name: "cablechat_messages_by_state"
      t.check_constraint "author_type IN ('visitor', 'agent', 'bot', 'system')", name: "cablechat_message_author_type"
      t.check_constraint "state IN ('complete', 'streaming', 'cancelled', 'failed', 'deleted')", name: "cablechat_message_state"
    end
  end

  def create_uploads
    create_table :cablechat_uploads do |t|
      t.references :webchat, null: false, foreign_key: { to_table: :cablechat_webchats, on_delete: :cascade }
      t.references :session, foreign_key: { to_table: :cablechat_sessions, on_delete: :nullify }
      t.references :message, foreign_key: { to_table: :cablechat_messages, on_delete: :nullify }
      # Unguessable: whoever knows it may fetch the file, since an image's request carries no session.
      t.string :token, **exact(limit: 64, null: false), index: { unique: true }
      t.string :name, null: false
      t.string :content_type, null: false
      t.bigint :byte_size, null: false
      t.integer :width
      t.integer :height
      t.datetime :created_at, precision: 6, null: false, index: true
    end
  end

  def create_reactions
    create_table :cablechat_reactions do |t|
      t.references :message, null: false, foreign_key: { to_table: :cablechat_messages, on_delete: :cascade }, index: false
      t.string :emoji, **exact(limit: 64, null: false)
      t.string :by_type, limit: 16, null: false
      t.string :by_id, limit: 64, null: false
      t.datetime :created_at, precision: 6, null: false
      t.index [:message_id, :emoji, :by_type, :by_id], unique: true, name: "cablechat_one_reaction_a_reader"
    end
  end
end
