# frozen_string_literal: true

module Cablechat
  # Until the application says who may answer, nobody may.
  class ClosedController < ActionController::Base
    before_action :refuse

    private

    def refuse
      render plain: <<~TEXT, status: :forbidden
        The desk is closed. To open it, name in config/initializers/cablechat.rb a controller that lets only staff in:

          Cablechat.base_controller_class = "AdminController"
      TEXT
    end
  end
end
