# frozen_string_literal: true

module Cablechat
  # What visitors write is no matter for a log. At debug, Active Record logs SQL with every value in it, as text or as a bind,
  # and its filter knows the column names of the whole application alone; Action Mailer logs the mail. So for as long as the
  # engine writes or mails, a debug level is as info is, for this thread.
  module Discretion
    # @param logger Active Record's, where no other is named
    def self.keep(logger = ActiveRecord::Base.logger, &block)
      return yield unless logger.respond_to?(:silence) && logger.debug?

      # A logger's own block gives the logger.
      logger.silence(Logger::INFO) { block.call }
    end
  end
end
