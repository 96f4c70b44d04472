# frozen_string_literal: true

require "test_helper"

class CleanUpTest < ActiveSupport::TestCase
  test "sessions that nobody came back to end; their conversation is closed and stays with the staff" do
    secret = new_secret
    session = session_with(secret: secret)
    conversation = session.current_conversation
    session.update_columns(seen_at: 181.days.ago)
    Cablechat::CleanUpJob.perform_now
    assert_equal ["closed", true], [conversation.reload.status, session.reload.ended?]
    problem = assert_raises(Cablechat::Problem) { Cablechat::Session.of!(webchat, secret) }
    assert_equal :session_expired, problem.code
  end

  test "an ended session's digest is forgotten after a year: who sends it then is a new visitor with nothing to read" do
    secret = new_secret
    session = session_with(secret: secret)
    conversation = session.current_conversation
    session.end!.update_columns(ended_at: 366.days.ago)
    Cablechat::CleanUpJob.perform_now
    assert_nil conversation.reload.session_id
    assert_nil Cablechat::Session.of!(webchat, secret).current_conversation
  end

  test "a session that never wrote is forgotten, and leaves no tombstone" do
    session_with(body: nil).update_columns(seen_at: 181.days.ago)
    Cablechat::CleanUpJob.perform_now
    assert_equal 0, Cablechat::Session.count
  end

  test "a session that was seen is kept" do
    session_with
    Cablechat::CleanUpJob.perform_now
    assert_equal 1, Cablechat::Session.count
  end

  test "files of no message go after a day, with their bytes" do
    session = session_with(body: nil)
    old, fresh = Array.new(2) { Cablechat::Upload.receive(session, io: StringIO.new("words"), name: "a.txt") }
    old.update_columns(created_at: 25.hours.ago)
    key = old.file.blob.key
    perform_all { Cablechat::CleanUpJob.perform_now }
    assert_equal [fresh], Cablechat::Upload.all.to_a
    refute ActiveStorage::Blob.service.exist?(key)
  end

  test "closed conversations are kept for ever, or as long as retention says, messages and files with them" do
    session = session_with(body: nil)
    upload = Cablechat::Upload.receive(session, io: StringIO.new("words"), name: "a.txt")
    conversation = say(session, "With a file", attachments: [upload.token]).conversation.close
    conversation.update_columns(closed_at: 400.days.ago)
    Cablechat::CleanUpJob.perform_now
    assert_equal 1, Cablechat::Message.count
    with_retention(conversations: 1.year) { perform_all { Cablechat::CleanUpJob.perform_now } }
    assert_equal [0, 0, 0], [Cablechat::Conversation, Cablechat::Message, Cablechat::Upload].map(&:count)
  end

  test "a contact's open conversation that no session reads and nobody has written in for long is closed" do
    session = session_with.identify(identifier: "42")
    conversation = session.current_conversation
    conversation.update_columns(active_at: 181.days.ago)
    Cablechat::CleanUpJob.perform_now
    assert_equal "open", conversation.reload.status, "its contact still comes"
    session.end!
    Cablechat::CleanUpJob.perform_now
    assert_equal "closed", conversation.reload.status
  end

  test "an open conversation that no session reads stays open while somebody writes in it: its contact may come back" do
    session = session_with.identify(identifier: "42")
    conversation = session.current_conversation
    session.end!
    Cablechat::CleanUpJob.perform_now
    assert_equal "open", conversation.reload.status
  end

  test "a contact with neither session nor conversation goes after a day, and no other" do
    gone, writer, visitor, fresh = %w[gone writer visitor fresh].map { |id| session_with(body: id == "writer" ? "Hello" : nil).identify(identifier: id) }
    contacts = [gone, writer, visitor, fresh].map(&:contact)
    [gone, writer, fresh].each(&:end!)
    contacts.first(3).each { |contact| contact.update_columns(updated_at: 25.hours.ago) }
    Cablechat::CleanUpJob.perform_now
    assert_equal %w[fresh visitor writer], Cablechat::Contact.pluck(:identifier).sort
  end

  test "in the end nothing is left of a visitor who does not come back, where closed conversations are not kept for ever" do
    with_retention(conversations: 1.year) do
      session_with.identify(identifier: "42")
      (1..4).each { |years| travel_to((367 * years).days.from_now) { perform_all { Cablechat::CleanUpJob.perform_now } } }
    end
    assert_equal [0, 0, 0, 0], [Cablechat::Contact, Cablechat::Session, Cablechat::Conversation, Cablechat::Message].map(&:count)
  end

  private

  include ActiveJob::TestHelper, ActiveSupport::Testing::TimeHelpers

  def perform_all(&block) = perform_enqueued_jobs(&block)

  def with_retention(**changes)
    before = Cablechat.config.retention.slice(*changes.keys)
    Cablechat.config.retention.merge!(changes)
    yield
  ensure
    Cablechat.config.retention.merge!(before)
  end
end
