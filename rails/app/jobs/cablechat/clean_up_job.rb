# frozen_string_literal: true

module Cablechat
  # What nobody came back to goes: to be run daily (see docs/rails.md). How long things are kept: config.retention.
  class CleanUpJob < ApplicationJob
    BATCH = 500

    def perform
      FailAbandonedRepliesJob.perform_now
      retention = Cablechat.config.retention
      expire_uploads(retention[:uploads])
      expire_conversations(retention[:conversations])
      end_sessions(retention[:sessions])
      forget_sessions(retention[:ended_sessions])
      close_conversations(retention[:unread_conversations])
      forget_contacts(retention[:contacts])
    end

    private

    def expire_uploads(age)
      return unless age

      Upload.where(message_id: nil, created_at: ...age.ago).find_each(batch_size: BATCH, &:destroy!)
    end

    def expire_conversations(age)
      return unless age

      Conversation.where(status: "closed", closed_at: ...age.ago).find_each(batch_size: BATCH) do |conversation|
        Upload.where(message: conversation.messages).find_each(&:destroy!)
        # Messages and reactions go with it, by foreign key.
        conversation.delete
      end
    end

    # One that never wrote held nothing, and is forgotten; any other ends, and its digest stays for a while.
    def end_sessions(age)
      return unless age

      Session.usable.where(seen_at: ...age.ago).find_each(batch_size: BATCH) do |session|
        silent = session.contact_id.nil? && !Conversation.exists?(session_id: session.id)
        silent ? session.delete : session.end!
      end
    end

    # A contact may come back with a new session; after so long nobody does.
    def close_conversations(age)
      return unless age

      Conversation.where(status: "open", active_at: ...age.ago).find_each(batch_size: BATCH) do |conversation|
        conversation.close unless conversation.sessions.exists?
      end
    end

    # Under the lock that identifying takes: who comes back just now keeps the contact.
    def forget_contacts(age)
      return unless age

      Contact.where(updated_at: ...age.ago).where.missing(:sessions, :conversations).find_each(batch_size: BATCH) do |found|
        Contact.serialized do
          contact = Contact.find_locked({ id: found.id })
          contact.delete if contact && contact.sessions.none? && contact.conversations.none?
        end
      end
    end

    def forget_sessions(age)
      return unless age

      Session.where(ended_at: ...age.ago).in_batches(of: BATCH).delete_all
    end
  end
end
