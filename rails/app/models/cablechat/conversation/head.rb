# frozen_string_literal: true

module Cablechat
  # The conversation as the agent's list shows it.
  module Conversation::Head
    extend ActiveSupport::Concern

    included do
      scope :latest_first, -> { order(active_at: :desc, id: :desc) }
      scope :below, ->(head) { where("(active_at < :at) OR (active_at = :at AND cablechat_conversations.id < :id)", at: head.active_at, id: head.id) }
    end

    class_methods do
      # Part of the visitor's name or email, or of a message.
      def search(text)
        like = "%#{sanitize_sql_like(text.downcase)}%"
        contacts = Contact.where("LOWER(name) LIKE :like OR LOWER(email) LIKE :like", like: like)
        said = Message.where.not(state: "deleted").where("LOWER(body) LIKE :like", like: like)
        where(contact_id: contacts.select(:id)).or(where(id: said.select(:conversation_id)))
      end
    end

    def head
      last = messages.includes(:uploads, :reactions).order(created_at: :desc).first
      {
        conversation: to_protocol,
        visitor: { name: contact&.name, email: contact&.email, attributes: contact&.details || {}, page: visitor_page },
        last_message: last&.to_protocol,
        unread_count: unread_count,
        active_at: Message.timestamp(active_at)
      }
    end

    private

    def unread_count
      messages.where(author_type: "visitor").where.not(state: "deleted").where("cablechat_messages.id > ?", seen_agent_id || 0).count
    end
  end
end
