# frozen_string_literal: true

module Cablechat
  # One open conversation an owner, however many first messages come at once.
  module Conversation::Opening
    extend ActiveSupport::Concern

    class_methods do
      # The session's open conversation, locked, and made where there is none. To be called with the session locked. A contact's
      # other session may win: the unique index says so, and the transaction runs again.
      def open_for(session)
        owner = session.owner_key
        reader = session.contact_id ? { contact_id: session.contact_id } : { session_id: session.id }
        conversation = find_locked({ open_owner: owner }, writing: true) ||
          create!(webchat_id: session.webchat_id, open_owner: owner, active_at: Time.current, **reader).tap { |made| made.owe("conversation.opened", conversation: made) }
        conversation.tap { |found| found.association(:webchat).target = session.webchat }
      end
    end

    # Where the session is forgotten, it is nobody's but its own.
    def owner_key
      return "contact:#{contact_id}" if contact_id

      session_id ? "session:#{session_id}" : "conversation:#{id}"
    end

    # Those that read it: one, or a contact's.
    def sessions
      (contact_id ? Session.where(contact_id: contact_id) : Session.where(id: session_id)).usable
    end

    # Ends the session that reads it, or every session of its contact.
    def end_sessions
      sessions.order(:id).each(&:end!)
      reload
    end

    # Its session has become a contact's. Where the contact has an open conversation already, this one is closed.
    def hand_over_to(contact)
      revised do
        superfluous = self.class.exists?(open_owner: contact.owner_key)
        assign_attributes(contact: contact, session: nil)
        owe_frame
        next unless open?

        superfluous ? shut : (self.open_owner = contact.owner_key)
      end
    end

    # Without effect on a closed one.
    def close
      revised do
        throw :unchanged unless open?
        shut
      end
      self
    end

    # Without effect on an open one.
    # @raise Problem where its owner has another one open
    def reopen
      revised do
        throw :unchanged if open?
        other = self.class.find_by(open_owner: owner_key)
        raise Problem.invalid_field("conversation", "cannot be opened again: the visitor has conversation #{other.id} open") if other

        assign_attributes(status: "open", closed_at: nil, open_owner: owner_key)
        owe_frame "conversation.reopened"
      end
      self
    end

    private

    def shut
      assign_attributes(status: "closed", closed_at: Time.current, open_owner: nil)
      owe_frame "conversation.closed"
    end
  end
end
