# frozen_string_literal: true

module Cablechat
  # The staff's side: a bearer token that the desk's page was given, and no cookies.
  class Agent::AgentController < ApiController
    before_action :require_agent
    before_action { response.set_header("Cache-Control", "no-store") }

    private

    attr_reader :agent

    def require_agent
      @agent = AgentToken.verify(request.authorization.to_s[/\ABearer +(\S+) *\z/i, 1]) or
        raise Problem.new(:invalid_token, "Send Authorization: Bearer <the desk's token>.", headers: { "www-authenticate" => "Bearer" })
    end

    def foreign_origin_allowed?(origin) = Webchat.any_allows?(origin)

    def conversation
      @conversation ||= agent.conversation(params[:conversation_id]) || raise(Problem.not_found("conversation"))
    end

    def render_conversation(conversation) = render(json: { conversation: conversation.to_protocol })
  end
end
