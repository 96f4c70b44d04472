# frozen_string_literal: true

module Cablechat
  # A reply being written. What is appended is gathered for a moment and then stored and shown by a thread of its own,
  # which also says that the writer lives, and notices that the visitor has stopped it.
  class StreamingReply
    # Tokens come faster than a database should work.
    COALESCE_SECONDS = 0.1
    # A frame fits every adapter, PostgreSQL's 8,000 bytes included.
    MAX_DELTA_CHARACTERS = 1_000
    # A reply longer than this is a responder out of control.
    MAX_CHARACTERS = 100_000

    attr_reader :message

    def initialize(message)
      @message = message
      @pending = +""
      @length = 0
      @chunk = 0
      @mutex = Mutex.new
      @wake = ConditionVariable.new
      @over = @cancelled = false
      @error = nil
      @writer = Thread.new { write_until_over }
      @writer.name = "cablechat-reply-#{message.id}"
    end

    # @raise ArgumentError beyond 100,000 characters; what kept the text from being stored, where something did
    def <<(piece)
      @mutex.synchronize do
        raise @error if @error
        raise ArgumentError, "A reply is longer than #{MAX_CHARACTERS} characters." if (@length += piece.to_s.length) > MAX_CHARACTERS
        break if @over || @cancelled

        @pending << piece.to_s
        @wake.signal
      end
      self
    end

    # Whether the visitor has stopped it: nothing appended from now on is shown.
    def cancelled? = @cancelled

    # @param state "complete" or "failed"; without effect after the first call
    def finish(state)
      @mutex.synchronize do
        return if @over

        @over = true
        @wake.signal
      end
      # Where code is reloaded, the writer may wait for a reload that waits for this thread.
      ActiveSupport::Dependencies.interlock.permit_concurrent_loads { @writer.join }
      @message.conversation.end_reply(@message, @error ? "failed" : state)
      raise @error if @error && state == "complete"
    end

    private

    def write_until_over
      until @over || @cancelled
        # Nothing for so long: time to say that the writer lives.
        wait(Cablechat.config.reply_lease.to_f / 4) { @pending.present? }
        write_pending
        wait(COALESCE_SECONDS) { false }
      end
      write_pending unless @cancelled
    rescue StandardError => error
      # The named case: the database is gone. The one who appends is told, in its own thread.
      @error = error
    end

    # Until the block says so, the time has passed, or the reply is over.
    def wait(seconds)
      deadline = now + seconds
      @mutex.synchronize do
        @wake.wait(@mutex, deadline - now) until @over || yield || now >= deadline
      end
    end

    def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

    def write_pending
      text = @mutex.synchronize { @pending.dup.tap { @pending.clear } }
      Rails.application.executor.wrap do
        next @cancelled = true unless text.present? || @message.beat
        text.scan(/.{1,#{MAX_DELTA_CHARACTERS}}/mo) { |piece| append(piece) or break @cancelled = true }
      end
    end

    def append(piece)
      return false unless @message.append(piece)

      @message.conversation.broadcast({ type: "message.delta", id: @message.id.to_s, chunk: @chunk, text: piece })
      @chunk += 1
    end
  end
end
