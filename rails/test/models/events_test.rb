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
    yield
    heard
  ensure
    subscribers.each { |subscriber| ActiveSupport::Notifications.unsubscribe(subscriber) }
  end
end
