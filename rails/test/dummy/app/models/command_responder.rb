# frozen_string_literal: true

# Does what a message tells it, and is silent otherwise; as the embedded server's `commands` does:
# "stream 200", "stream 200 10" (every 10 ms), "slow", "slow 3" (a pause of 3 s), "fail".
class CommandResponder < Cablechat::Responder
  MAX_WORDS = 2_000

  def respond
    command, *given = message.body.strip.downcase.split
    return unless given.all?(/\A\d{1,5}\z/)

    first, second = given.map(&:to_i)
    case [command, given.size]
    in ["stream", 1 | 2] if first.positive?
      stream((1..[first, MAX_WORDS].min).map { |number| "word#{number}" }, every_ms: [second || 25, 1_000].min)
    in ["slow", 0 | 1] then slow([first || 5, 60].min)
    in ["fail", 0] then fail_halfway
    else nil # Not a command: nobody answers.
    end
  end

  private

  def slow(seconds)
    answer do |reply|
      say(reply, %w[Let me look that up.], every_ms: 25)
      # Cancelled meanwhile, it need not look up any more.
      (seconds * 20).times { reply.cancelled? ? break : sleep(0.05) }
      say(reply, %w[Here it is.], every_ms: 25, after: " ")
    end
  end

  def fail_halfway
    answer do |reply|
      say(reply, "This answer ends in the middle of a".split, every_ms: 25)
      raise "The script says that it fails here."
    end
  end

  def stream(words, every_ms:) = answer { |reply| say(reply, words, every_ms: every_ms) }

  # A space stands before a word rather than after it, so that the text never ends in one. Each has its time from the
  # beginning: on a busy machine pauses are longer than asked for, and would add up.
  def say(reply, words, every_ms:, after: "")
    began = now
    words.each_with_index do |word, index|
      break if reply.cancelled?

      reply << (index.zero? ? "#{after}#{word}" : " #{word}")
      sleep([began + (index + 1) * every_ms / 1000.0 - now, 0].max)
    end
  end

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

  def answer(&block) = conversation.stream_reply(author: Cablechat::Author.bot("Robot"), client_id: answer_id, &block)
end
