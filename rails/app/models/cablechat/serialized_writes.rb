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

    # Runs the block with this row locked and as it stands. The block may run again after a lost race.
    def locked
      return yield if @locked

      self.class.serialized do
        take_lock
        holding_lock { yield }
      end
    end

    # For whoever has locked the row already, in this very transaction: asking for it again would cost two queries.
    def holding_lock
      @locked = true
      yield
    ensure
      @locked = false
    end

    # Locks the row and reads it as it now stands; to be called at the start of a transaction. SQLite has no row locks:
    # there a write takes the one writer's place, before anything is read that another process may be changing.
    def take_lock
      self.class.where(id: id).update_all("id = id") if self.class.sqlite?
      reload(lock: true)
    end

    class_methods do
      # A transaction whose block may run again after a lost race; within another transaction it runs once.
      def serialized(&block) = Discretion.keep { connection.transaction_open? ? transaction(&block) : repeated(&block) }

      # The row of these columns, locked and as it stands; nil where there is none. Where it is missing MySQL would lock
      # the gap in its place, against everybody's inserts: there it is looked for first.
      # @param writing whether this transaction has written already, and so has SQLite's one writer's place
      def find_locked(columns, writing: false)
        if mysql?
          found = find_by(columns)&.tap(&:take_lock)
          # It may have changed while the lock was waited for: a conversation closed meanwhile is nobody's open one.
          return found && columns.all? { |name, value| found[name] == value } ? found : nil
        end

        where(columns).update_all("id = id") if sqlite? && !writing
        lock.find_by(columns)
      end

      def sqlite? = connection.adapter_name == "SQLite"
      def mysql? = connection.adapter_name.match?(/mysql|trilogy/i)

      # A row that may be there already. What it is otherwise, the unique index says, not a look beforehand.
      def insert_unless_there(**columns)
        serialized { insert(columns, record_timestamps: false) }
      end

      private

      def repeated(&block)
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

      def in_queue(&block)
        sqlite? ? SQLITE_QUEUE.synchronize(&block) : yield
      end
    end
  end
end
