# frozen_string_literal: true

# Answers word by word, for a minute: long enough to be cancelled, or to die in the middle.
class SlowResponder < Cablechat::Responder
  WORDS = 600

  def respond
    conversation.stream_reply(author: Cablechat::Author.bot("Robot"), client_id: answer_id) do |reply|
      WORDS.times do |number|
        reply << "word#{number} "
        sleep 0.1
        break if reply.cancelled?
      end
    end
  end
end
