# frozen_string_literal: true

require "test_helper"

class HeadsTest < ActionDispatch::IntegrationTest
  include ApiClient

  test "a head has the last message, and counts what the agent has not seen" do
    conversation = conversation_with(body: "one")
    say(conversation.session, "two")
    head = as_agent(:get, "/conversations")["conversations"].sole
    assert_equal ["two", 2], [head["last_message"]["body"], head["unread_count"]]
    conversation.seen_by("agent", conversation.messages.first)
    reply = conversation.reply("three", author: "Ana")
    conversation.delete_message(reply)
    head = as_agent(:get, "/conversations")["conversations"].sole
    assert_equal ["deleted", 1], [head["last_message"]["state"], head["unread_count"]]
  end

  test "a reply whose writer died is failed in the list, too, with nobody reading its conversation" do
    conversation = conversation_with
    conversation.post(author: Cablechat::Author.bot("Robot"), body: "half", state: "streaming", chunk: 1, heartbeat_at: 1.hour.ago)
    head = as_agent(:get, "/conversations")["conversations"].sole
    assert_equal ["half", "failed"], head["last_message"].values_at("body", "state")
    assert_equal head["last_message"]["revision"], head["conversation"]["revision"]
  end

  test "a reply whose writer lives streams on in the list" do
    conversation_with.post(author: Cablechat::Author.bot("Robot"), body: "half", state: "streaming", chunk: 1, heartbeat_at: Time.current)
    assert_equal "streaming", as_agent(:get, "/conversations")["conversations"].sole.dig("last_message", "state")
  end

  test "the number of queries does not grow with the list" do
    2.times { conversation_with }
    few = count_queries { as_agent(:get, "/conversations") }
    10.times { conversation_with.session.identify(identifier: uuid, name: "Vera") }
    assert_equal few + 1, count_queries { as_agent(:get, "/conversations") }, "one more, for the contacts"
  end

  test "letters that mean something to LIKE are searched as themselves" do
    conversation_with(body: "100% sure")
    conversation_with(body: "1000 sure")
    found = as_agent(:get, "/conversations?q=#{CGI.escape("100%")}")["conversations"]
    assert_equal ["100% sure"], found.map { |head| head["last_message"]["body"] }
  end

  private

  def count_queries
    count = 0
    subscriber = ActiveSupport::Notifications.subscribe("sql.active_record") { |*, payload| count += 1 unless payload[:name] == "SCHEMA" }
    yield
    count
  ensure
    ActiveSupport::Notifications.unsubscribe(subscriber)
  end
end
