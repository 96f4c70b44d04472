# frozen_string_literal: true

require "concurrent"

module Cablechat
  # A reply that somebody has read while it streamed: should its writer be dead, it becomes failed when the lease is over, and
  # its readers are told, even if none of them asks again. Who comes back after a crash usually reads before the lease is over.
  module ReplyWatch
    # Beyond the lease, so that it is over.
    MARGIN_SECONDS = 0.1

    TASKS = Concurrent::Map.new
    private_constant :TASKS

    # @param messages those of a page; what does not stream is left alone
    def self.over(messages)
      messages.select(&:streaming?).each do |message|
        TASKS.compute_if_absent(message.id) { task(message.id, message.heartbeat_at - Cablechat.config.reply_lease.ago) }
      end
    end

    def self.task(id, seconds)
      Concurrent::ScheduledTask.execute([seconds, 0].max + MARGIN_SECONDS) do
        TASKS.delete(id)
        Events.safely("watching reply #{id}") { Rails.application.executor.wrap { fail_abandoned(id) } }
      end
    end

    # One whose writer lives is watched again by the next who reads it.
    def self.fail_abandoned(id)
      message = Message.abandoned.find_by(id: id)
      message&.conversation&.end_reply(message, "failed")
    end
    private_class_method :task, :fail_abandoned
  end
end
