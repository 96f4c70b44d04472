# frozen_string_literal: true

module Cablechat
  # Transactions that wait for each other instead of failing each other, on every database.
  module SerializedWrites
    extend ActiveSupport::Concern

    # SQLite lets one writer in, and up to Rails 7.2 waits for it inside C, where no other thread of the process can
    # run to let it go. So the threads of one process queue up here first; other processes wait in SQLite.
    SQLITE_QUEUE = Monitor.new

    # The losers of a race by design: a deadlock the database has broken, or two inserts of what may be there but once.
    # The whole transaction runs again, and finds what the winner wrote.
    LOST_RACES = [ActiveRecord::Deadlocked, ActiveRecord::SerializationFailure, ActiveRecord::RecordNotUnique].freeze
    ATTEMPTS = 10

    # Locks the row and reads it as it now stands; to be called at the start of a transaction. SQLite has no row locks:
    # there a write takes the one writer's place, before anything is read that another process may be changing.
    def take_lock
      self.class.where(id: id).update_all("id = id") if self.class.sqlite?
      reload(lock: true)
    end

    class_methods do
      # A transaction whose block may run again after a lost race; within another transaction it runs once.
      def serialized(&block)
        return transaction(&block) if connection.transaction_open?

        attempt = 0
        begin
          attempt += 1
          in_queue { transaction(&block) }
        rescue *LOST_RACES
          raise if attempt >= ATTEMPTS

          retry
        rescue ActiveRecord::StatementInvalid => error
          # The named case: another process holds SQLite's file for longer than `timeout` in database.yml.
          raise unless sqlite? && error.cause.class.name == "SQLite3::BusyException" && attempt < ATTEMPTS

          retry
        end
      end

      def sqlite? = connection.adapter_name == "SQLite"

      # A row that may be there already. What it is otherwise, the unique index says, not a look beforehand.
      def insert_unless_there(**columns)
        serialized { insert(columns, record_timestamps: false) }
      end

      private

      def in_queue(&block)
        sqlite? ? SQLITE_QUEUE.synchronize(&block) : yield
      end
    end
  end
end
