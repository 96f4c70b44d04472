# frozen_string_literal: true

module Cablechat
  # What an open desk proves its agent with: signed by the application, for one webchat, good for a working day.
  # It goes into headers and cable identifiers; no cookie is involved, so nothing a foreign page could ride on.
  module AgentToken
    PURPOSE = "cablechat/agent"

    def self.issue(author, webchat)
      claims = { "author" => author.to_h.transform_keys(&:to_s), "webchat" => webchat.id }
      verifier.generate(claims, expires_in: Cablechat.config.agent_token_expires_in, purpose: PURPOSE)
    end

    # @return [AgentAccess, nil]
    def self.verify(token)
      return if token.blank?

      agent = signed(token) || foreign(token)
      agent if agent && Cablechat.config.agent_allowed.call(agent.author)
    end

    def self.signed(token)
      claims = verifier.verified(token, purpose: PURPOSE) or return
      AgentAccess.new(author: Author.new(**claims["author"].symbolize_keys), webchat_id: claims["webchat"])
    end

    # A token of the application's own kind.
    def self.foreign(token)
      agent = Cablechat.config.authenticate_agent.call(token)
      agent && AgentAccess.new(author: Author.wrap(agent, type: "agent"))
    end

    def self.verifier = Rails.application.message_verifier(PURPOSE)
    private_class_method :signed, :foreign, :verifier
  end
end
