# frozen_string_literal: true

require_relative "boot"
require "rails"
require "active_record/railtie"
require "active_job/railtie"
require "action_controller/railtie"
require "action_view/railtie"
require "action_mailer/railtie"
require "action_cable/engine"
require "active_storage/engine"
require "propshaft"
require "puma"
require "anycable-rails" if ENV["CABLECHAT_ANYCABLE"].present?
require "cablechat"
require_relative "data_folder"

module Dummy
  # The application that the engine's tests, and `bin/start`, run.
  class Application < Rails::Application
    config.load_defaults "#{Rails::VERSION::MAJOR}.#{Rails::VERSION::MINOR}"
    config.root = File.expand_path("..", __dir__)
    config.secret_key_base = DataFolder.secret("secret_key_base")
    config.paths["log"] = DataFolder.path.join("#{Rails.env}.log").to_s
    config.paths["tmp"] = DataFolder.path.join("tmp").to_s
    config.paths["config/database"] = File.expand_path("database.yml", __dir__)
    config.paths["db/migrate"] = [Cablechat::Engine, ActiveStorage::Engine].map { |engine| engine.root.join("db/migrate").to_s }
    # The engine has a cable of its own; the application's would stand in its place.
    config.action_cable.mount_path = nil
    # As docs/rails.md says for `config.cable = :application`.
    config.action_cable.allowed_request_origins = [Cablechat::Cable::AnyWebchatOrigin.new] if ENV["CABLECHAT_ANYCABLE"].present?
    config.active_record.maintain_test_schema = false
    config.active_record.dump_schema_after_migration = false
    config.active_storage.service = :local
    # Several replies stream at once, whatever the number of processors.
    config.active_job.queue_adapter = Rails.env.test? ? :test : ActiveJob::QueueAdapters::AsyncAdapter.new(min_threads: 1, max_threads: 16, idletime: 60.seconds)
    config.cache_store = :memory_store
    config.content_security_policy_nonce_generator = ->(_request) { SecureRandom.base64(16) }
    config.i18n.available_locales = [:en, :"en-GB", :"en-US"]
    config.hosts.clear
    config.log_level = ENV.fetch("CABLECHAT_LOG_LEVEL", "info").to_sym
    config.public_file_server.enabled = true
    # Nothing is compiled beforehand here.
    config.assets.server = true
  end
end
