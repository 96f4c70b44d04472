# frozen_string_literal: true

module Cablechat
  # Replies whose writer has died become failed, with the text they had. Whoever reads the conversation does the same
  # for it; this is for those that nobody reads.
  class FailAbandonedRepliesJob < ApplicationJob
    def perform = Message.fail_abandoned
  end
end
