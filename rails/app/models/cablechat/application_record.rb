# frozen_string_literal: true

module Cablechat
  # JSON columns are declared as such by each model: MariaDB calls them LONGTEXT.
  class ApplicationRecord < ActiveRecord::Base
    self.abstract_class = true
    include SerializedWrites
  end
end
