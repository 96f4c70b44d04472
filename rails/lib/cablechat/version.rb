# frozen_string_literal: true

module Cablechat
  VERSION = "0.1.0"
end
