# frozen_string_literal: true

module Cablechat
  # Replies that come piece by piece.
  module Conversation::Streaming
    # Answers the visitor while the text is being made. Each piece is stored before it is shown, about ten times a
    # second at most. Belongs to no connection: it goes on while every reader is away, and any of them can stop it.
    #
    #   conversation.stream_reply(author: "Robot") do |reply|
    #     model.each_token { |token| reply << token; break if reply.cancelled? }
    #   end
    #
    # Ends as `complete`, as `cancelled` where the visitor stopped it, or as `failed` where the block raises (raised on).
    #
    # @param client_id makes it idempotent: where a message has it already, that one is returned and nothing is written
    # @yieldparam reply [StreamingReply]
    # @return [Message] as it ended
    def stream_reply(author:, client_id: nil)
      author = Author.wrap(author, type: "bot")
      known = client_id && messages.find_by(client_id: client_id)
      return known if known

      message = post(author: author, body: "", client_id: client_id, state: "streaming", chunk: 0, heartbeat_at: Time.current)
      reply = StreamingReply.new(message)
      begin
        yield reply
      rescue Exception # Also a signal that ends the worker: raised on, once the reply is not left streaming.
        reply.finish("failed")
        raise
      ensure
        reply.finish("complete")
      end
      message.reload
    end

    # Stops a streaming reply; whatever else it is given stays as it is.
    def cancel(message) = end_reply(message, "cancelled")

    # The first end counts.
    def end_reply(message, state)
      change_message(message) do
        throw :unchanged, message unless message.streaming?
        { state: state, chunk: nil, heartbeat_at: nil }
      end
    end

    # Replies whose writer has died: nobody goes on with them.
    def fail_abandoned_replies
      messages.abandoned.each { |message| end_reply(message, "failed") }
    end
  end
end
