# frozen_string_literal: true

module Cablechat
  # The staff's side: the heads of a webchat's conversations, or, with a conversation in the identifier, its frames.
  #
  # Threats: no token, an expired one, one of another webchat. All end alike: rejected.
  class AgentChannel < Channel
    def subscribed
      agent = AgentToken.verify(params[:token].to_s)
      return reject unless agent

      stream = params[:conversation].present? ? conversation_of(agent)&.agent_stream : heads_of(agent)
      stream ? stream_from(stream) : reject
    end

    private

    def conversation_of(agent) = agent.conversation(params[:conversation])

    def heads_of(agent)
      webchat = self.webchat
      webchat.heads_stream if webchat && agent.may_see?(webchat)
    end

    def typist
      agent = AgentToken.verify(params[:token].to_s)
      [agent&.author, agent && conversation_of(agent)]
    end
  end
end
