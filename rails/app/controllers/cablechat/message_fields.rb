# frozen_string_literal: true

module Cablechat
  # What either side may say of a message it sends. Author and state are never among it.
  module MessageFields
    private

    def message_fields
      attachments = attachment_fields
      {
        client_id: client_id_field, body: text_field(:body, max: Message::MAX_CHARACTERS, blank: attachments.any?).to_s,
        attachments: attachments, reply_to: reply_to_field
      }
    end

    def attachment_fields
      ids = body_fields[:attachments] || []
      refuse(:attachments, "must be a list of ids") unless ids.is_a?(Array) && ids.all? { |id| id.is_a?(String) || id.is_a?(Integer) }
      refuse(:attachments, "has more than #{Message::MAX_ATTACHMENTS} entries") if ids.size > Message::MAX_ATTACHMENTS
      refuse(:attachments, "has an entry twice") if ids.uniq.size < ids.size
      ids.map(&:to_s)
    end

    def reply_to_field
      reply_to = object_field(:reply_to) or return
      message, value = reply_to.values_at(:message, :value)
      unless (message.is_a?(String) || message.is_a?(Integer)) && value.is_a?(String) && value.length <= 1_000
        refuse(:reply_to, "must have a message's id and a value of at most 1000 characters")
      end
      { message: message, value: value }
    end

    # A page's own address may be of any length; that is no reason to refuse the visitor's message.
    def page_field
      page = object_field(:page) or return
      %w[url title referrer].index_with { |name| page[name].is_a?(String) ? page[name].scrub("").delete("\0").first(2_000) : nil }
    end

    def message_page(conversation)
      query = request.query_parameters
      before, after, revision = query[:before_id].presence, query[:after_id].presence, integer_param(:revision)
      refuse(:before_id, "cannot be given together with after_id or revision") if before && (after || revision)

      if conversation.nil?
        raise Conversation::Pages.unknown_cursor if before || after || revision.to_i.positive?
        return render json: { conversation: nil, messages: [], revision: 0, has_more: false }
      end
      page = conversation.page(after_id: after, before_id: before, revision: revision, limit: limit_param)
      render json: { conversation: conversation.to_protocol, messages: page.messages.map(&:to_protocol), revision: page.revision, has_more: page.more }
    end
  end
end
