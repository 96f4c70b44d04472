# frozen_string_literal: true

module Cablechat
  class Agent::ReopeningsController < Agent::AgentController
    def create = render_conversation(conversation.reopen)
  end
end
