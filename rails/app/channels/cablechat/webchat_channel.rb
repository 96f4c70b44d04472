# frozen_string_literal: true

module Cablechat
  # One conversation, as its visitor may see it.
  #
  # Threats: somebody else's conversation id with one's own session; a guessed or ended session; a page of an origin
  # that the webchat does not allow. All end alike: rejected. The stream's name holds the session, so a session that
  # ends later, or is handed to another contact, is no longer among those who get its frames.
  class WebchatChannel < Channel
    # The type of a frame for the channel itself: the session has ended, and with it the subscription.
    END_OF_SESSION = "cablechat.session.ended"

    def subscribed
      session, conversation = reader
      return reject unless conversation

      stream_from session.stream_of(conversation)
    end

    private

    # What a stream brings comes through here.
    def transmit(data, via: nil)
      data.is_a?(Hash) && data["type"] == END_OF_SESSION ? reject_subscription : super
    end

    def reader
      webchat = self.webchat
      return unless webchat && origin_allowed?(webchat)

      session = Session.of(webchat, params[:session])
      id = Conversation::Pages.row_id(params[:conversation])
      [session, session && id && session.conversations.find_by(id: id)]
    rescue Problem
      # The named case: the session is malformed, or has ended.
      nil
    end

    def typist
      session, conversation = reader
      [session&.author, conversation]
    end
  end
end
