# frozen_string_literal: true

module Cablechat
  # How far the visitor has read.
  class SeenController < VisitorController
    def update
      message = owned_message(id_field(:up_to))
      render_conversation message.conversation.seen_by("visitor", message)
    end
  end
end
