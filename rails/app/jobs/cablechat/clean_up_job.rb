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
      expire_sessions(retention[:sessions])
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

    # An anonymous visitor's conversation has nobody left to read it: it is closed, and stays with the staff.
    def expire_sessions(age)
      return unless age

      Session.where(seen_at: ...age.ago).find_each(batch_size: BATCH) do |session|
        Conversation.where(session_id: session.id, status: "open").find_each(&:close)
        session.delete
      end
    end
  end
end
