# frozen_string_literal: true

module Cablechat
  class RatingsController < VisitorController
    def update
      conversation = current_conversation
      score = body_fields[:score]
      refuse(:score, "must be a whole number from 1 to 5") unless score.is_a?(Integer) && score.between?(1, 5)
      render_conversation conversation.rate(score: score, comment: text_field(:comment, max: 2_000, blank: true))
    end
  end
end
