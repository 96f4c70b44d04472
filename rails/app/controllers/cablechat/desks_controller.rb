# frozen_string_literal: true

module Cablechat
  # The desk's page. Who may see it, the application's own controller decides: `Cablechat.base_controller_class`.
  class DesksController < (Cablechat.base_controller_class || "Cablechat::ClosedController").constantize
    layout false

    def show
      @webchat = Webchat.resolve(params[:webchat] || Cablechat.config.definitions.first&.id || Webchat.pick(:public_id))
      return render plain: "No webchat is declared in config/initializers/cablechat.rb.\n", status: :not_found unless @webchat

      agent = Cablechat.config.current_agent.call(self)
      return render plain: NO_AGENT, status: :forbidden unless agent

      @token = AgentToken.issue(Author.wrap(agent, type: "agent"), @webchat)
      @endpoint = request.base_url + request.script_name
      response.set_header("Cache-Control", "no-store")
      response.set_header("X-Frame-Options", "DENY")
    end

    NO_AGENT = <<~TEXT
      Nobody is signed in. config.current_agent in config/initializers/cablechat.rb gives the agent for this request;
      without it the controller's current_user is asked.
    TEXT
  end
end
