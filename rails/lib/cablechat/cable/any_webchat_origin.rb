# frozen_string_literal: true

module Cablechat
  module Cable
    # Matches every origin that some webchat allows; which one, the channel checks, once it knows the webchat.
    # Also none at all: every browser sends one with a WebSocket, and nothing here rests on cookies.
    class AnyWebchatOrigin
      # Action Cable compares with `===`.
      def ===(origin)
        origin.blank? || Cablechat::Webchat.any_allows?(origin)
      end
    end
  end
end
