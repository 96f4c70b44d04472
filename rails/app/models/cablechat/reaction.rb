# frozen_string_literal: true

module Cablechat
  # Somebody's emoji on a message.
  class Reaction < ApplicationRecord
    MAX_PER_MESSAGE = 100
    # One emoji, whatever it is joined of; more than that is no reaction.
    FORMAT = /\A(?=.*[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Component}])[^\p{Cc}]{1,32}\z/

    belongs_to :message

    # As the protocol shows them: by emoji and side, in the order they came.
    def self.summary(reactions)
      reactions.group_by { |reaction| [reaction.emoji, reaction.by_type] }
        .map { |(emoji, by), all| { emoji: emoji, by: by, count: all.size } }
    end
  end
end
