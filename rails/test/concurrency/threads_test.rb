# frozen_string_literal: true

require "test_helper"

# Real threads, real locks. Run on PostgreSQL by bin/test (and on MariaDB); on SQLite they show that nobody fails.
class ThreadsTest < ActiveSupport::TestCase
  test "200 concurrent first messages of one session make one session and one conversation" do
    secret = new_secret
    ids = in_threads(200) { Cablechat::Session.post(webchat, secret, client_id: uuid, body: "first").first.id }
    assert_equal 200, ids.uniq.size
    assert_equal [1, 1, 200], [Cablechat::Session, Cablechat::Conversation, Cablechat::Message].map(&:count)
    assert_contiguous Cablechat::Conversation.sole
  end

  test "2,000 messages from 20 threads have revisions 1 to 2,000 without a hole, and created_at in the same order" do
    conversation = Cablechat::Conversation.create!(webchat: webchat, session: session_with(body: nil), open_owner: "session:x", active_at: Time.current)
    in_threads(20) do |thread|
      own = Cablechat::Conversation.find(conversation.id)
      100.times { |number| own.reply("#{thread}/#{number}", author: "Ana") }
    end
    assert_equal (1..2_000).to_a, conversation.messages.order(:created_at).pluck(:revision)
    assert_contiguous conversation.reload
  end

  test "the same client_id from 20 threads at once is one message, and all get it" do
    session = session_with(body: nil)
    id = uuid
    answers = in_threads(20) { Cablechat::Session.find(session.id).post(client_id: id, body: "once") }
    assert_equal 1, answers.map { |message, _| message.id }.uniq.size
    assert_equal 1, answers.count(&:last), "one alone is new"
  end

  test "being identified while writing leaves no message behind" do
    sessions = Array.new(4) { session_with(body: nil) }
    in_threads(8) do |thread|
      session = Cablechat::Session.find(sessions[thread / 2].id)
      thread.even? ? 25.times { |number| say(session, "#{thread}/#{number}") } : session.identify(identifier: "42")
    end
    seen = sessions.first.reload.conversations.flat_map { |conversation| conversation.messages.pluck(:body) }
    assert_equal 100, seen.uniq.size
    assert_equal 1, Cablechat::Conversation.where(status: "open").count
    assert_equal [sessions.first.contact_id], Cablechat::Conversation.distinct.pluck(:contact_id)
    Cablechat::Conversation.find_each { |conversation| assert_contiguous conversation }
  end

  test "the sessions of one contact open one conversation together" do
    sessions = Array.new(10) { session_with(body: nil).identify(identifier: "42") }
    in_threads(10) { |thread| say(Cablechat::Session.find(sessions[thread].id), "hello") }
    assert_equal 10, Cablechat::Conversation.sole.messages.count
  end

  test "nothing is written into a conversation after it was closed, however close the two come" do
    session = session_with(body: nil)
    in_threads(4) do |thread|
      own = Cablechat::Session.find(session.id)
      40.times do |number|
        say(own, "#{thread}/#{number}")
        own.current_conversation.close if number % 4 == 3
      end
    end
    closed = Cablechat::Conversation.where(status: "closed").to_a
    assert_operator closed.size, :>, 1
    closed.each { |conversation| assert_operator conversation.messages.maximum(:revision), :<, conversation.revision, "the close came last" }
    assert_equal 160, Cablechat::Message.count
  end

  test "closing, reopening, reacting and writing at once leave one open conversation and no hole" do
    session = session_with
    conversation = session.current_conversation
    in_threads(6) do |thread|
      own = Cablechat::Conversation.find(conversation.id)
      15.times do |number|
        case thread
        when 0 then own.close
        when 1 then begin
          own.reopen
        rescue Cablechat::Problem
          # The named case: the visitor has a new one open.
        end
        when 2 then own.react(own.messages.first, %w[👍 👎 🎉][number % 3], by: Cablechat::Author.new(type: "agent", id: number.to_s, name: "Ana"))
        else say(Cablechat::Session.find(session.id), "#{thread}/#{number}")
        end
      end
    end
    assert_operator Cablechat::Conversation.where(status: "open").count, :<=, 1
    assert_equal 46, Cablechat::Message.count
    # Ids rise under the lock: the order of writing.
    Cablechat::Conversation.find_each do |written|
      times = written.messages.order(:id).pluck(:created_at)
      assert_equal times.sort.uniq, times
    end
  end

  test "who reads while 10 threads write misses nothing that its revision says it has" do
    conversation = conversation_with
    known, revision = {}, 0
    writers = Array.new(10) do |thread|
      Thread.new { with_connection { own = Cablechat::Conversation.find(conversation.id); 30.times { |number| own.reply("#{thread}/#{number}", author: "Ana") } } }
    end
    reader = Cablechat::Conversation.find(conversation.id)
    until writers.none?(&:alive?) && revision == 301
      page = reader.page(revision: revision, limit: 7)
      page.messages.each { |message| known[message.revision] = message.id }
      revision = page.revision
      assert_equal (1..revision).to_a, known.keys.select { |key| key <= revision }.sort
    end
  end

  private

  # One of the others has not come: what kept it from coming is what failed.
  NotAllAtTheGate = Class.new(StandardError)

  # All stand at one gate, each with a connection of its own that has been used, before it opens.
  # @return what each gave
  def in_threads(count, &block)
    webchat
    gate = Concurrent::CyclicBarrier.new(count)
    threads = Array.new(count) { |index| Thread.new { beyond(gate) { block.call(index) } } }
    threads.each { |thread| thread.report_on_exception = false }
    failures = threads.filter_map { |thread| failure_of(thread) }
    raise failures.find { |failure| !failure.is_a?(NotAllAtTheGate) } || failures.first if failures.any?

    threads.map(&:value)
  ensure
    # So many connections are not left to the tests that follow.
    ActiveRecord::Base.connection_pool.disconnect if count > 20
  end

  def beyond(gate)
    with_connection do |connection|
      connection.select_value("SELECT 1")
      gate.wait(60) or raise NotAllAtTheGate
      yield
    end
  rescue StandardError
    # The others need not wait for it.
    gate.reset
    raise
  end

  def failure_of(thread)
    thread.join
    nil
  rescue StandardError => error
    error
  end

  # What a model leases on the way is given back too: a dead thread's would be missing to the tests that follow.
  def with_connection(&block)
    pool = ActiveRecord::Base.connection_pool
    pool.with_connection(&block)
  ensure
    pool.release_connection
  end

  def assert_contiguous(conversation)
    rows = conversation.messages.order(:revision).pluck(:created_at)
    assert_equal rows.sort.uniq, rows
    assert_operator conversation.messages.maximum(:revision), :<=, conversation.reload.revision
  end
end
