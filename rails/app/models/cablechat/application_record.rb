# frozen_string_literal: true

module Cablechat
  class ApplicationRecord < ActiveRecord::Base
    self.abstract_class = true
    include SerializedWrites
  end
end
