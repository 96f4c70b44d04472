# frozen_string_literal: true

module Cablechat
  class Agent::SeenController < Agent::AgentController
    def update
      id = Conversation::Pages.row_id(id_field(:up_to))
      message = (id && conversation.messages.find_by(id: id)) || raise(Problem.not_found("message"))
      render_conversation conversation.seen_by("agent", message)
    end
  end
end
