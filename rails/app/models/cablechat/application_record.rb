# frozen_string_literal: true

module Cablechat
  # JSON columns are declared as such by each model: MariaDB calls them LONGTEXT.
  class ApplicationRecord < ActiveRecord::Base
    # What `inspect`, and so an error report or a console, does not show. Of logged SQL this says nothing: see Discretion.
    PRIVATE = %w[body email name author_name identifier identifier_digest identity_secret digest details rating visitor_page reply_to token]
      .map { |name| /\A#{name}\z/ }.freeze

    self.abstract_class = true
    self.filter_attributes += PRIVATE
    include SerializedWrites, Owing

    # Also what the application writes by itself, such as a webchat with its secret.
    around_save { |_, write| Discretion.keep(&write) }
  end
end
