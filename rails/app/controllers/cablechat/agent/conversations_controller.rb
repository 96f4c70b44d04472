# frozen_string_literal: true

module Cablechat
  # The list of conversations, the latest first.
  class Agent::ConversationsController < Agent::AgentController
    MAX_QUERY = 200

    def index
      limit = limit_param
      Message.fail_abandoned(agent.conversations)
      # What is searched for is usually a visitor's name.
      rows = Discretion.keep { conversations.limit(limit + 1).includes(:contact).to_a }
      render json: { conversations: Conversation.heads(rows.first(limit)), has_more: rows.size > limit }
    end

    private

    def conversations
      rows = agent.conversations.latest_first
      rows = rows.where(status: status) if status
      rows = rows.search(text_param(:q).first(MAX_QUERY)) if text_param(:q)
      before ? rows.below(before) : rows
    end

    def status
      status = text_param(:status)
      refuse(:status, "must be open or closed") unless status.nil? || %w[open closed].include?(status)
      status
    end

    def before
      id = text_param(:before) or return
      agent.conversation(id) || raise(Problem.new(:unknown_cursor, "before is no conversation. Begin anew."))
    end
  end
end
