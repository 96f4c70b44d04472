# frozen_string_literal: true

module Cablechat
  # Adding messages.
  module Conversation::Posting
    # Answers the visitor.
    #
    # @param author an Author, a user with a name, or a name
    # @param client_id makes it idempotent: the same one gives the same message ever after
    # @param quick_replies [{text:, value:}]
    # @param cards [{title:, subtitle:, image_url:, buttons: [{type:, text:, value:}]}]
    # @return [Message]
    def reply(text, author:, client_id: nil, quick_replies: [], cards: [], reply_to: nil)
      author = Author.wrap(author)
      locked do
        known = client_id && messages.find_by(client_id: client_id)
        if known && known.author_type != author.type
          raise Problem.invalid_field("client_id", "is another message's; make a new UUID")
        end

        known || post(author: author, body: text, client_id: client_id, quick_replies: quick_replies, cards: cards, reply_to: reply_to)
      end
    end

    # Adds a message. Who calls it has looked for its client_id under the same lock.
    def post(author:, body:, client_id: nil, session: nil, uploads: [], reply_to: nil, page: nil, **content)
      revised do |revision|
        created_at = next_created_at
        message = messages.create!(**author.columns, body: body.to_s, client_id: client_id, session: session,
          reply_to: known_reply_to(reply_to), revision: revision, created_at: created_at, **content)
        uploads.each { |upload| upload.update!(message: message) }
        # All it has is known: nothing need be read again to show it.
        message.association(:uploads).target = uploads.sort_by(&:id)
        message.association(:reactions).target = []
        @newest = message
        assign_attributes(last_message_at: created_at, active_at: created_at, **(page ? { visitor_page: page } : {}))
        message
      end
    end

    private

    def known_reply_to(reply_to)
      return if reply_to.nil?

      id = reply_to[:message].to_s
      known = Conversation::Pages.row_id(id) && messages.exists?(id: id)
      raise Problem.invalid_field("reply_to", "must name a message of this conversation") unless known

      { message: id, value: reply_to[:value].to_s }
    end
  end
end
