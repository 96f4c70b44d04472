# frozen_string_literal: true

module Cablechat
  # Commit order = revision order = created_at order: all three are given under the lock on the conversation's row.
  module Conversation::Revisions
    extend ActiveSupport::Concern

    # A durable change. The block is given the revision it has; what it returns is returned. To change nothing after
    # all, it throws :unchanged with what is to be returned.
    def revised
      locked do
        catch(:unchanged) do
          result = yield(revision + 1)
          self.revision += 1
          save!
          result
        end
      end
    end

    # Strictly increasing within the conversation, even when the clock is set back.
    def next_created_at
      now = Time.current.floor(6)
      last_message_at && now <= last_message_at ? last_message_at + Rational(1, 1_000_000) : now
    end
  end
end
