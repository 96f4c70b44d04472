# frozen_string_literal: true

module Cablechat
  # Ends the visitor's session, of a contact all of them.
  class Agent::SessionsController < Agent::AgentController
    def destroy = render_conversation(conversation.end_sessions)
  end
end
