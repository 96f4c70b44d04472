# frozen_string_literal: true

module Cablechat
  # Whatever else is asked for below the mount point.
  class StraysController < ApiController
    skip_before_action :refuse_foreign_origins

    def show
      allow_origin(request.origin) if request.origin.present?
      raise Problem.not_found("address")
    end
  end
end
