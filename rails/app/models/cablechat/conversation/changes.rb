# frozen_string_literal: true

module Cablechat
  # Every other durable change: of the conversation, and of messages in it. Each takes the next revision.
  module Conversation::Changes
    # @param assignee {name:, avatar_url:}, or nil to give it back
    def assign(assignee)
      assignee &&= { "name" => assignee[:name], "avatar_url" => assignee[:avatar_url] }
      revised do
        throw :unchanged if self.assignee == assignee
        self.assignee = assignee
        owe_frame "conversation.assigned"
      end
      self
    end

    def rate(score:, comment: nil)
      rating = { "score" => score, "comment" => comment }
      revised do
        throw :unchanged if self.rating == rating
        self.rating = rating
        owe_frame "conversation.rated"
      end
      self
    end

    # Moves a seen pointer forward; never back.
    # @param side "visitor" or "agent"
    def seen_by(side, message)
      column = "seen_#{side}_id"
      revised do
        throw :unchanged if (self[column] || 0) >= message.id
        self[column] = message.id
        owe_frame
      end
      self
    end

    def edit(message, body)
      change_message(message) do
        raise Problem.invalid_field("message", "is deleted") if message.deleted?

        { body: body, edited_at: next_edited_at }
      end
    end

    # Takes the content away; that there was a message stays.
    def delete_message(message)
      emptied = { body: "", quick_replies: [], cards: [], reply_to: nil, chunk: nil, state: "deleted" }
      change_message(message) do
        throw :unchanged, message if message.deleted?
        message.reactions.delete_all
        message.uploads.each(&:destroy!)
        emptied
      end
    end

    # @param by the Author who reacts
    def react(message, emoji, by:)
      change_message(message) do
        raise Problem.invalid_field("message", "is deleted") if message.deleted?

        key = { emoji: emoji, by_type: by.type, by_id: by.id.to_s }
        throw :unchanged, message if message.reactions.exists?(key)
        if message.reactions.count >= Reaction::MAX_PER_MESSAGE
          raise Problem.invalid_field("emoji", "cannot be added: the message has #{Reaction::MAX_PER_MESSAGE} reactions")
        end
        message.reactions.create!(key)
        {}
      end
    end

    def unreact(message, emoji, by:)
      change_message(message) do
        removed = message.reactions.where(emoji: emoji, by_type: by.type, by_id: by.id.to_s).delete_all
        throw :unchanged, message if removed.zero?
        {}
      end
    end

    private

    # The block is called with everything locked, and gives the columns that change.
    def change_message(message)
      revised do |revision|
        message.reload
        message.update!(**yield, revision: revision, conversation: self)
        message
      end
    end

    def next_edited_at = Time.current.floor(6)
  end
end
