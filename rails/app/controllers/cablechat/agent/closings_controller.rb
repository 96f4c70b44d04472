# frozen_string_literal: true

module Cablechat
  class Agent::ClosingsController < Agent::AgentController
    def create = render_conversation(conversation.close)
  end
end
