# frozen_string_literal: true

require "test_helper"

class EventsTest < ActiveSupport::TestCase
  test "the application hears every kind of change, after the commit" do
    names = %w[message.created message.updated message.deleted conversation.opened conversation.closed conversation.reopened
               conversation.assigned conversation.rated session.identified]
    heard = listen(names) do
      session = session_with
      conversation = session.current_conversation
      message = conversation.reply("Hi", author: "Ana")
      conversation.edit(message, "Hello")
      conversation.delete_message(message)
      conversation.assign({ name: "Ana" }).rate(score: 4).close.reopen
      session.identify(identifier: "1")
    end
    assert_equal names.sort, heard.map(&:first).uniq.sort
  end

  # What is there before, and what is then done to it within the application's transaction.
  CHANGES = {
    "message.created" => ->(conversation) { conversation.reply("Hi", author: "Ana") },
    "message.updated" => ->(conversation) { conversation.edit(conversation.messages.first, "Hello") },
    "message.deleted" => ->(conversation) { conversation.delete_message(conversation.messages.first) },
    "conversation.opened" => ->(conversation) { conversation.close.session.post(client_id: SecureRandom.uuid, body: "Again") },
    "conversation.closed" => ->(conversation) { conversation.close },
    "conversation.reopened" => ->(conversation) { conversation.close.reopen },
    "conversation.assigned" => ->(conversation) { conversation.assign({ name: "Ana" }) },
    "conversation.rated" => ->(conversation) { conversation.rate(score: 4) },
    "session.identified" => ->(conversation) { conversation.session.identify(identifier: "1") },
    "session.ended" => ->(conversation) { conversation.session.end! }
  }.freeze

  CHANGES.each do |name, change|
    test "#{name} is told once the application's own transaction is committed, once, and not before" do
      conversation = conversation_with
      heard = listen([name]) do |told|
        Cablechat::ApplicationRecord.transaction { change.call(conversation); assert_empty told }
      end
      assert_equal [name], heard.map(&:first)
    end

    test "#{name} is not told where the application's own transaction is rolled back" do
      conversation = conversation_with
      heard = listen([name]) do
        Cablechat::ApplicationRecord.transaction { change.call(conversation); raise ActiveRecord::Rollback }
      end
      assert_empty heard
    end
  end

  test "in one transaction, what is done to a conversation by way of several instances is all told" do
    id = conversation_with.id
    heard = listen(%w[conversation.assigned conversation.rated]) do
      Cablechat::ApplicationRecord.transaction do
        Cablechat::Conversation.find(id).assign({ name: "Ana" })
        Cablechat::Conversation.find(id).rate(score: 4)
        Cablechat::Conversation.find(id).reply("Thanks", author: "Ana")
      end
    end
    assert_equal %w[conversation.assigned conversation.rated], heard.map(&:first)
  end

  test "a listener gets the message as it was committed" do
    heard = listen(["message.created"]) { session_with(body: "Hello") }
    assert_equal "Hello", heard.sole.last[:message].body
  end

  test "a listener that raises stops neither the sender nor the responder" do
    subscriber = Cablechat.on("message.created") { raise "a fault of the application's" }
    assert_equal "Hello", session_with(body: "Hello").messages.sole.body
  ensure
    ActiveSupport::Notifications.unsubscribe(subscriber)
  end

  private

  def listen(names)
    heard = []
    subscribers = names.map { |name| Cablechat.on(name) { |payload| heard << [name, payload] } }
    yield heard
    heard
  ensure
    subscribers.each { |subscriber| ActiveSupport::Notifications.unsubscribe(subscriber) }
  end
end
