# frozen_string_literal: true

require "test_helper"

class SendingTest < ActiveSupport::TestCase
  test "the first message makes the session, its conversation and revision 1" do
    message = session_with(body: "Hello").messages.sole
    assert_equal ["Hello", 1, 1], [message.body, message.revision, message.conversation.revision]
    assert_predicate message.conversation, :open?
  end

  test "the database keeps the secret's digest and nothing of the secret" do
    secret = new_secret
    session_with(secret: secret)
    dump = TestDatabase::MODELS.call.map { |model| model.all.map(&:attributes).to_json }.join
    assert_includes dump, Digest::SHA256.hexdigest(secret)
    refute_includes dump, secret
  end

  test "a client_id sent again is the same message, and no second one" do
    session, id = session_with(body: nil), uuid
    first, new_at_first = session.post(client_id: id, body: "Hello")
    again, new_again = session.post(client_id: id, body: "Hello")
    assert_equal [first.id, true, false], [again.id, new_at_first, new_again]
    assert_equal 1, Cablechat::Message.count
  end

  test "a client_id sent again after the conversation was closed opens no new one" do
    session, id = session_with(body: nil), uuid
    message = say(session, "Hello", client_id: id)
    message.conversation.close
    again, = session.post(client_id: id, body: "Hello")
    assert_equal message.id, again.id
    assert_equal 1, Cablechat::Conversation.count
  end

  test "a client_id of the other side is refused" do
    conversation, id = conversation_with, uuid
    conversation.reply("Hi", author: "Ana", client_id: id)
    problem = assert_raises(Cablechat::Problem) { conversation.session.post(client_id: id, body: "Mine") }
    assert_equal :invalid, problem.code
  end

  test "a message after the close opens a new conversation" do
    session = session_with
    session.current_conversation.close
    message = say(session, "Again")
    assert_equal [2, 1], [Cablechat::Conversation.count, message.revision]
    assert_equal message.conversation, session.current_conversation
  end

  test "created_at increases strictly when the clock is set back" do
    conversation = conversation_with
    travel_to 1.hour.ago do
      3.times { conversation.reply("Later", author: "Ana") }
    end
    times = conversation.messages.order(:revision).pluck(:created_at)
    assert_equal times.uniq.sort, times
    assert_operator times.last, :<, times.first + 1.second
  end

  test "created_at is kept to the microsecond" do
    message = travel_to(Time.utc(2026, 11, 21, 3, 28, 0, 123_456), with_usec: true) { conversation_with.messages.sole }
    assert_equal "2026-11-21T03:28:00.123456Z", message.reload.to_protocol[:created_at]
  end

  test "the database refuses a second open conversation of one owner" do
    conversation = conversation_with
    twin = conversation.dup.tap { |copy| copy.revision = 0 }
    assert_raises(ActiveRecord::RecordNotUnique) { Cablechat::Conversation.transaction { twin.save! } }
  end

  test "the database refuses a revision, a moment and a client_id given twice" do
    message = session_with.messages.sole
    { revision: 1, created_at: message.created_at, client_id: message.client_id }.each do |column, value|
      free = { revision: 99, created_at: 1.day.from_now, client_id: uuid }
      twin = message.dup.tap { |copy| copy.assign_attributes(free.merge(column => value)) }
      assert_raises(ActiveRecord::RecordNotUnique, column) { Cablechat::Message.transaction { twin.save! } }
    end
  end

  test "what is rolled back is told to nobody" do
    conversation = conversation_with
    frames = frames_of do
      Cablechat::Conversation.transaction do
        conversation.reply("Never said", author: "Ana")
        raise ActiveRecord::Rollback
      end
    end
    assert_empty frames
  end

  test "what is written in the application's own transaction is told after its commit" do
    conversation = conversation_with
    early = nil
    frames = frames_of(conversation.agent_stream) do
      seen = []
      subscriber = ActiveSupport::Notifications.subscribe("broadcast.action_cable") { |*, payload| seen << payload }
      Cablechat::Conversation.transaction do
        conversation.reply("Within", author: "Ana")
        early = seen.dup
      end
      ActiveSupport::Notifications.unsubscribe(subscriber)
    end
    assert_empty early
    assert_equal ["Within"], frames.map { |frame| frame.dig("message", "body") }
  end

  test "a broadcast that fails does not fail the send" do
    conversation = conversation_with
    broken = Object.new.tap { |server| server.define_singleton_method(:broadcast) { |*| raise IOError, "Redis is gone" } }
    Cablechat::Cable.stub(:server, broken) { conversation.reply("Stored", author: "Ana") }
    assert_equal "Stored", conversation.messages.order(:id).last.body
  end

  test "a reply_to of another conversation is refused" do
    elsewhere = session_with.messages.sole
    problem = assert_raises(Cablechat::Problem) { say(session_with, "Yes", reply_to: { message: elsewhere.id, value: "yes" }) }
    assert_equal :invalid, problem.code
  end

  test "any name, hash, user or Author can be a reply's author" do
    conversation = conversation_with
    user = Struct.new(:id, :name).new(7, "Ben")
    authors = ["Ana", { id: "3", name: "Cy" }, user, Cablechat::Author.bot("Robot")]
    shown = authors.map { |author| conversation.reply("Hi", author: author).to_protocol[:author].values_at(:type, :id, :name) }
    assert_equal [["agent", nil, "Ana"], ["agent", "3", "Cy"], ["agent", "7", "Ben"], ["bot", "bot-robot", "Robot"]], shown
  end
end
