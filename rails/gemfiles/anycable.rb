# frozen_string_literal: true

# For test/anycable: the engine behind AnyCable, whose server comes as a binary within a gem.
eval_gemfile File.expand_path("common.rb", __dir__)

gem "anycable-rails-core", "~> 1.6", require: false
gem "anycable-thruster", require: false
gem "rails", RUBY_VERSION < "3.2" ? "~> 7.2.0" : ">= 7.2"
