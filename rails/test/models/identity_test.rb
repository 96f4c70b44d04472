# frozen_string_literal: true

require "test_helper"

class IdentityTest < ActiveSupport::TestCase
  test "what the session wrote before becomes the contact's" do
    session = session_with(body: "Before")
    conversation = session.current_conversation
    session.identify(identifier: "42", name: "Vera")
    assert_equal conversation, session.reload.current_conversation
    assert_equal ["contact:#{session.contact_id}", "Vera"], [conversation.reload.open_owner, session.author.name]
  end

  test "the contact's open conversation is there on every device" do
    one, other = session_with(body: "From the laptop"), session_with(body: nil)
    [one, other].each { |session| session.identify(identifier: "42") }
    assert_equal one.current_conversation, other.current_conversation
  end

  test "where both have one open, the contact's counts and the session's is closed" do
    laptop, phone = session_with(body: "Laptop"), session_with(body: "Phone")
    laptop.identify(identifier: "42")
    contacts = laptop.current_conversation
    phone.identify(identifier: "42")
    assert_equal contacts, phone.current_conversation
    assert_equal %w[closed open], phone.conversations.pluck(:status).sort
  end

  test "left-out details stay as they were, and attributes are merged by name" do
    session = session_with(body: nil)
    session.identify(identifier: "42", name: "Vera", attributes: { "plan" => "pro", "seats" => 3 })
    session.identify(identifier: "42", email: "vera@example.com", attributes: { "plan" => nil, "lang" => "de" })
    contact = session.reload.contact
    assert_equal ["Vera", "vera@example.com", { "seats" => 3, "lang" => "de" }], [contact.name, contact.email, contact.details]
  end

  test "identifiers that differ by case or accent alone are different people" do
    sessions = %w[bob Bob böb].map { |name| session_with(body: name).identify(identifier: name) }
    assert_equal 3, sessions.map(&:contact_id).uniq.size
  end

  test "a session that becomes another contact's hears the first one's conversation no more" do
    session = session_with(body: nil).identify(identifier: "1")
    say(session, "As the first")
    conversation = session.current_conversation
    session.identify(identifier: "2")
    streams = frames_of { conversation.reload.reply("For the first alone", author: "Ana") }.map(&:first)
    refute_includes streams, session.stream_of(conversation)
  end
end
