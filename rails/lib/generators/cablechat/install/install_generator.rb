# frozen_string_literal: true

require "rails/generators"

module Cablechat
  module Generators
    # bin/rails generate cablechat:install
    class InstallGenerator < Rails::Generators::Base
      source_root File.expand_path("templates", __dir__)
      desc "Installs Cablechat: initializer, routes, migrations, and the tag in the layout."

      class_option :webchat, type: :string, default: "support", desc: "The public id of the first webchat"
      class_option :layout, type: :string, default: "app/views/layouts/application.html.erb", desc: "Where the tag goes"

      def create_initializer
        template "initializer.rb.tt", "config/initializers/cablechat.rb"
      end

      def mount_engine
        return if routes.include?("Cablechat::Engine")

        route 'mount Cablechat::Engine => "/cablechat"'
      end

      # Files need Active Storage's tables; many applications have them already.
      def copy_migrations
        rails_command "active_storage:install:migrations", inline: true unless migrated?("create_active_storage_tables")
        rails_command "cablechat:install:migrations", inline: true
      end

      def add_tag
        layout = options[:layout]
        unless File.exist?(expanded(layout))
          return say("There is no #{layout}. Put this into your layout's <head>:\n  #{tag_line}", :yellow)
        end
        return if File.read(expanded(layout)).include?("cablechat_tag")

        inject_into_file layout, "  #{tag_line}\n  ", before: "</head>"
      end

      def tell_what_is_next
        say <<~TEXT

          Cablechat is installed. What is left:
            1. bin/rails db:migrate
            2. In config/initializers/cablechat.rb, name the controller that lets your staff in. Until then the desk
               at /cablechat/desk is closed.
            3. Run Cablechat::CleanUpJob once a day.
        TEXT
      end

      private

      # A user is identified where the application knows one.
      def tag_line
        user = knows_current_user? ? ", user: current_user" : ""
        "<%= cablechat_tag :#{webchat}#{user} %>"
      end

      def webchat = options[:webchat].underscore

      def knows_current_user?
        Dir[expanded("app/{controllers,helpers}/**/*.rb")].any? { |file| File.read(file).match?(/def current_user\b|helper_method.*:current_user\b/) } ||
          Rails.application.config.respond_to?(:devise)
      end

      def migrated?(name) = Dir[expanded("db/migrate/*_#{name}*.rb")].any?

      def routes = File.exist?(expanded("config/routes.rb")) ? File.read(expanded("config/routes.rb")) : ""

      def expanded(path) = File.expand_path(path, destination_root)
    end
  end
end
