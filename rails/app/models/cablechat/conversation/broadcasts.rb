# frozen_string_literal: true

module Cablechat
  # What the cable is told, after the commit and never before it.
  module Conversation::Broadcasts
    extend ActiveSupport::Concern

    included do
      after_commit :pay_what_is_owed
      after_rollback { @owed_frame = @newest = nil }
    end

    # The stream of the staff that looks at it.
    def agent_stream = "cablechat:conversation:#{id}"

    # One stream a reader's session: a session that has ended, or becomes somebody else's, gets nothing more.
    def streams
      [agent_stream] + sessions.ids.map { |session_id| "cablechat:session:#{session_id}:conversation:#{id}" }
    end

    def broadcast(frame)
      Cable.broadcast(*streams, frame)
    end

    # Somebody types. Kept nowhere.
    def typing(author, state)
      broadcast({ type: "typing", author: author.to_protocol, state: state })
    end

    # The conversation itself has changed: its readers get it after the commit.
    def owe_frame(event = nil)
      @owed_frame = true
      owe(event, conversation: self) if event
    end

    private

    def pay_what_is_owed
      frame, newest = @owed_frame, @newest
      @owed_frame = @newest = nil
      return if destroyed?

      broadcast({ type: "conversation", revision: revision, conversation: to_protocol }) if frame
      Cable.broadcast(Webchat.heads_stream(webchat_id), { type: "head", **head(newest) })
    end
  end
end
