# frozen_string_literal: true

eval_gemfile File.expand_path("common.rb", __dir__)

gem "rails", "~> 7.1.0"
