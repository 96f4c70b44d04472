# frozen_string_literal: true

module Cablechat
  # Somebody at the desk: who it is, and for which webchat; nil stands for all of them.
  AgentAccess = Struct.new(:author, :webchat_id, keyword_init: true) do
    # Nothing of another webchat is there for it.
    def conversations
      webchat_id ? Conversation.where(webchat_id: webchat_id) : Conversation.all
    end

    def conversation(id)
      row_id = Conversation::Pages.row_id(id)
      row_id && conversations.find_by(id: row_id)
    end

    def may_see?(webchat) = webchat_id.nil? || webchat_id == webchat.id
  end
end
