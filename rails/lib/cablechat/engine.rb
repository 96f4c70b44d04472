# frozen_string_literal: true

require "rails/engine"
require "active_record/railtie"
require "active_job/railtie"
require "action_controller/railtie"
require "action_cable/engine"
require "action_mailer/railtie"
require "active_storage/engine"
require "cablechat/gate"

module Cablechat
  class Engine < ::Rails::Engine
    isolate_namespace Cablechat

    # Only the engine's own requests pass it; the application's are not touched.
    middleware.use Cablechat::Gate

    SCRIPTS = %w[cablechat.js cablechat-panel.js cablechat-more.js cablechat-desk.js cablechat.full.js].freeze

    # Propshaft takes every file of a path; Sprockets those it is told. Their logical paths begin with "cablechat/".
    initializer "cablechat.assets" do |app|
      next unless app.config.respond_to?(:assets)

      app.config.assets.paths << root.join("app/assets/javascripts").to_s
      app.config.assets.precompile += SCRIPTS.map { |name| "cablechat/#{name}" } if defined?(Sprockets)
    end

    initializer "cablechat.importmap", before: "importmap" do |app|
      app.config.importmap.paths << root.join("config/importmap.rb") if app.config.respond_to?(:importmap)
    end

    initializer "cablechat.helpers" do
      ActiveSupport.on_load(:action_controller_base) { helper Cablechat::TagHelper }
    end

    # On the application's own cable the identifiers, and so the visitors' secrets, pass through its logger.
    config.after_initialize do
      if Cablechat.config.cable == :application
        ActionCable.server.config.logger = RedactedLogger.new(ActionCable.server.config.logger)
        AnyCable.logger = RedactedLogger.new(AnyCable.logger) if defined?(AnyCable::Rails)
      end
    end

    config.to_prepare { Cablechat::Cable.reset }

    initializer "cablechat.shutdown" do
      # A production server ends sockets without a word; the reason in a disconnect frame lets clients come back at once.
      at_exit { Cablechat::Cable.stop }
    end
  end
end
