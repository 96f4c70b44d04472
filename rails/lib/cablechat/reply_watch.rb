# frozen_string_literal: true

require "concurrent"

module Cablechat
  # A reply that somebody has read while it streamed: should its writer be dead, it becomes failed when the lease is over, and
  # its readers are told, even if none of them asks again. Who comes back after a crash usually reads before the lease is over.
  # And those that nobody reads: each process watches what streams at its first request, as one does that was started anew.
  module ReplyWatch
    # Beyond the lease, so that it is over.
    MARGIN_SECONDS = 0.1

    TASKS = Concurrent::Map.new
    private_constant :TASKS

    # At every request; does something at the first of a process. Not at boot: there may be no tables yet, and no threads after a fork.
    # Replies that other processes write keep their lease.
    def self.begin
      return if @begun == Process.pid

      @begun = Process.pid
      # A parent's, whose threads are not here.
      TASKS.clear
      Concurrent::ScheduledTask.execute(0) { in_application("watching replies") { over(Message.streaming.to_a) } }
    end

    # @param messages those of a page; what does not stream is left alone
    def self.over(messages)
      messages.select(&:streaming?).each do |message|
        TASKS.compute_if_absent(message.id) { task(message.id, message.heartbeat_at - Cablechat.config.reply_lease.ago) }
      end
    end

    def self.task(id, seconds)
      Concurrent::ScheduledTask.execute([seconds, 0].max + MARGIN_SECONDS) do
        TASKS.delete(id)
        in_application("watching reply #{id}") { look_after(id) }
      end
    end

    # One whose writer lives is watched until it ends.
    def self.look_after(id)
      message = Message.streaming.find_by(id: id) or return
      message.conversation.end_reply(message, "failed") if Message.abandoned.exists?(id)
      over([message]) if message.streaming?
    end

    def self.in_application(what, &block)
      Events.safely(what) { Rails.application.executor.wrap(&block) }
    end
    private_class_method :task, :look_after, :in_application
  end
end
