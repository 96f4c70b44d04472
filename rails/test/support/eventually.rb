# frozen_string_literal: true

# Waiting for what happens in another process, or in a browser's page, which tells nobody when it has: asked again and
# again, for so long and no longer.
module Eventually
  class TimedOut < StandardError; end

  PAUSE_SECONDS = 0.05

  # @param what is waited for, for the complaint
  # @return what the block gave: the first that is neither nil nor false
  # @raise TimedOut
  def self.wait(what, seconds: 60)
    deadline = now + seconds
    loop do
      result = yield
      return result if result
      raise TimedOut, "Waited #{seconds} s for #{what}, in vain." if now > deadline

      sleep PAUSE_SECONDS
    end
  end

  def self.now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  private_class_method :now
end
