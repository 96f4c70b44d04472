# frozen_string_literal: true

require "test_helper"

class EndedSessionsTest < ActiveSupport::TestCase
  test "what it wrote stays with the staff, closed; ending it twice changes nothing" do
    session = session_with(body: "Hello")
    conversation = session.current_conversation
    session.end!
    ended_at, revision = session.ended_at, conversation.reload.revision
    session.end!
    assert_equal ["closed", "Hello", ended_at, revision],
      [conversation.reload.status, conversation.messages.sole.body, session.reload.ended_at, conversation.revision]
  end

  test "all of a contact's sessions end with one call, each subscription hears so, and the conversation stays open" do
    sessions = Array.new(2) { session_with(body: nil).identify(identifier: "42") }
    conversation = say(sessions.first, "Hello").conversation
    frames = frames_of { conversation.end_sessions }
    ends = frames.filter_map { |stream, frame| stream if frame["type"] == Cablechat::WebchatChannel::END_OF_SESSION }
    assert_equal sessions.map { |session| session.stream_of(conversation) }, ends
    assert(sessions.all? { |session| session.reload.ended? && session.contact_id.nil? })
    assert_predicate conversation.reload, :open?
  end

  test "the application is told" do
    told = []
    subscriber = Cablechat.on("session.ended") { |payload| told << payload[:session] }
    session = session_with.end!
    assert_equal [session], told
  ensure
    ActiveSupport::Notifications.unsubscribe(subscriber)
  end

  test "a conversation whose session is forgotten can be opened again beside another such one" do
    conversations = Array.new(2) { session_with.end!.conversations.sole }
    Cablechat::Session.delete_all
    conversations.each { |conversation| conversation.reload.reopen }
    assert_equal 2, Cablechat::Conversation.where(status: "open").count
  end
end
