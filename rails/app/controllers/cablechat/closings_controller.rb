# frozen_string_literal: true

module Cablechat
  class ClosingsController < VisitorController
    def create = render_conversation(current_conversation.close)
  end
end
