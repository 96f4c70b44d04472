# frozen_string_literal: true

module Cablechat
  # What holds for the request under way.
  class Current < ActiveSupport::CurrentAttributes
    attribute :request_base_url

    # Where the engine is reached from outside, without a slash at the end. A page of another site cannot use a path.
    def base_url
      (Cablechat.config.public_url || request_base_url || default_base_url).delete_suffix("/")
    end

    # What a job knows, which has no request.
    def default_base_url
      options = Rails.application.routes.default_url_options.presence || Rails.application.config.action_mailer.default_url_options
      path = Engine.routes.find_script_name({})
      return path if options.blank? || options[:host].blank?

      protocol = options[:protocol].to_s.delete_suffix("://").presence || "http"
      "#{protocol}://#{options[:host]}#{":#{options[:port]}" if options[:port]}#{path}"
    end
  end
end
