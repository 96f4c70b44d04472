# frozen_string_literal: true

# Lets in who knows the agent's token.
class AdminController < ApplicationController
  http_basic_authenticate_with name: "agent", password: ENV.fetch("CABLECHAT_AGENT_TOKEN") { SecureRandom.hex }

  def show = redirect_to("/cablechat/desk")
end
