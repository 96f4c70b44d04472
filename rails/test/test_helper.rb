# frozen_string_literal: true

ENV["RAILS_ENV"] = "test"
ENV["CABLECHAT_DATA"] ||= File.expand_path("../tmp/test", __dir__)
ENV["CABLECHAT_AGENT_TOKEN"] = "test-agent-token"
ENV["CABLECHAT_SENDS_PER_MINUTE"] ||= "1000000"
ENV["CABLECHAT_REQUESTS_PER_MINUTE"] ||= "1000000"

require_relative "dummy/config/environment"
require "rails/test_help"
require "minitest/autorun"
require "minitest/mock"
Dir[File.expand_path("support/*.rb", __dir__)].each { |file| require file }

ActiveRecord::Migrator.migrations_paths = Rails.application.paths["db/migrate"].to_a
TestDatabase.prepare

class ActiveSupport::TestCase
  include CablechatFixtures

  parallelize(workers: 1)
  # The promises are about commits and locks: real ones.
  self.use_transactional_tests = false

  setup { TestDatabase.empty }
end
