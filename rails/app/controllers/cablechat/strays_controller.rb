# frozen_string_literal: true

module Cablechat
  # Whatever else is asked for below the mount point.
  class StraysController < ApiController
    VERBS = %w[GET POST PUT PATCH DELETE].freeze

    skip_before_action :refuse_foreign_origins, :refuse_other_types

    def show
      allow_origin(request.origin) if request.origin.present?
      allowed = VERBS.select { |method| known?(method) }
      raise Problem.not_found("address") if allowed.empty?

      raise Problem.new(:method_not_allowed, "Here one can #{allowed.join(", ")}.", headers: { "allow" => allowed.join(", ") })
    end

    private

    def known?(method)
      controller = Engine.routes.recognize_path("/#{params[:path]}", method: method)[:controller]
      ["cablechat/strays", "cablechat/preflights"].exclude?(controller)
    rescue ActionController::RoutingError
      # The named case: nothing has that address with that method.
      false
    end
  end
end
