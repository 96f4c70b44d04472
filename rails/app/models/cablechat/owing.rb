# frozen_string_literal: true

module Cablechat
  # Events that are owed until the transaction has been committed, the application's own around it included, and are forgotten
  # with a rollback. They hang on the transaction: of several instances of one row Rails calls a single one's callbacks.
  module Owing
    # All that Rails 7.1 asks of what it calls after a commit.
    class Debt
      def initialize(&pay) = @pay = pay
      def has_transactional_callbacks? = true
      def trigger_transactional_callbacks? = true
      def before_committed!(*) = nil
      def committed!(should_run_callbacks: true) = should_run_callbacks && @pay.call
      def rolledback!(**) = nil
    end

    # To be called within a transaction.
    def owe(event, **payload)
      pay = -> { Events.tell(event, payload) }
      connection = self.class.connection
      transaction = connection.current_transaction
      transaction.respond_to?(:after_commit) ? transaction.after_commit(&pay) : connection.add_transaction_record(Debt.new(&pay))
    end
  end
end
