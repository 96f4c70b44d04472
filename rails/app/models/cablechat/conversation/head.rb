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
        # A backslash means something else in each database's text; SQLite has no default for it.
        like = "%#{sanitize_sql_like(text.downcase, "!")}%"
        contacts = Contact.where("LOWER(name) LIKE :like ESCAPE '!' OR LOWER(email) LIKE :like ESCAPE '!'", like: like)
        said = Message.where.not(state: "deleted").where("LOWER(body) LIKE :like ESCAPE '!'", like: like)
        where(contact_id: contacts.select(:id)).or(where(id: said.select(:conversation_id)))
      end

      # The heads of all of them, by as many queries as for one.
      def heads(conversations)
        ids = conversations.map(&:id)
        messages = Message.joins(:conversation).where(conversation_id: ids)
        last = messages.where("cablechat_messages.created_at = cablechat_conversations.last_message_at").includes(:uploads, :reactions).index_by(&:conversation_id)
        unread = messages.where(author_type: "visitor").where.not(state: "deleted")
          .where("cablechat_messages.id > COALESCE(cablechat_conversations.seen_agent_id, 0)").group(:conversation_id).count
        conversations.map { |conversation| conversation.head_with(last[conversation.id], unread.fetch(conversation.id, 0)) }
      end
    end

    # @param newest the last message, where it is at hand
    def head(newest = nil)
      return self.class.heads([self]).first unless newest

      unread = messages.where(author_type: "visitor", id: ((seen_agent_id || 0) + 1)..).where.not(state: "deleted").count
      head_with(newest, unread)
    end

    def head_with(last_message, unread_count)
      {
        conversation: to_protocol,
        visitor: { name: contact&.name, email: contact&.email, attributes: contact&.details || {}, page: visitor_page },
        last_message: last_message&.to_protocol,
        unread_count: unread_count,
        active_at: Message.timestamp(active_at)
      }
    end
  end
end
