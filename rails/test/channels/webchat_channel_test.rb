# frozen_string_literal: true

require "test_helper"

class WebchatChannelTest < ActionCable::Channel::TestCase
  tests Cablechat::WebchatChannel

  setup do
    @secret = new_secret
    @session = session_with(secret: @secret)
    @conversation = @session.current_conversation
    from("http://localhost:3000")
  end

  test "one's own conversation is streamed, ids as text or as numbers" do
    [@conversation.id, @conversation.id.to_s].each do |id|
      subscribe id: "demo", session: @secret, conversation: id
      assert_has_stream @session.stream_of(@conversation)
    end
  end

  test "another's conversation, a guessed session and a guessed id are rejected alike" do
    other = conversation_with
    [
      { session: @secret, conversation: other.id }, { session: new_secret, conversation: @conversation.id }, { session: "x", conversation: @conversation.id },
      { session: nil, conversation: @conversation.id }, { session: @secret, conversation: "999999" }, { session: @secret, conversation: "' OR 1=1" },
      { session: @secret }, { session: { "a" => 1 }, conversation: [] }, { id: "nope", session: @secret, conversation: @conversation.id }
    ].each do |params|
      subscribe(**{ id: "demo" }.merge(params))
      assert subscription.rejected?, params.inspect
    end
  end

  test "an ended session is rejected, and an open subscription of it gets no further frame but its end" do
    stream = @session.stream_of(@conversation)
    assert_equal 1, frames_of(stream) { @conversation.reply("before", author: "Ana") }.size
    assert_equal [{ "type" => Cablechat::WebchatChannel::END_OF_SESSION }], frames_of(stream) { @session.end! }
    assert_empty frames_of(stream) { @conversation.reply("after", author: "Ana") }
    subscribe id: "demo", session: @secret, conversation: @conversation.id
    assert subscription.rejected?
  end

  test "a page of an origin that this webchat does not allow is rejected" do
    from("https://evil.example")
    subscribe id: "demo", session: @secret, conversation: @conversation.id
    assert subscription.rejected?
  end

  test "typing reaches the staff with who types, and changes nothing" do
    subscribe id: "demo", session: @secret, conversation: @conversation.id
    revision = @conversation.revision
    frames = frames_of(@conversation.agent_stream) { perform :typing, state: "started" }
    assert_equal [["typing", "started", "visitor"]], frames.map { |frame| [frame["type"], frame["state"], frame["author"]["type"]] }
    assert_equal revision, @conversation.reload.revision
  end

  test "typing of no known state, by a session that has ended meanwhile, or without end, is ignored" do
    subscribe id: "demo", session: @secret, conversation: @conversation.id
    assert_empty frames_of { perform :typing, state: "dancing" }
    sent = frames_of(@conversation.agent_stream) { 150.times { perform :typing, state: "started" } }
    assert_equal Cablechat::Channel::TYPING_PER_MINUTE, sent.size
    @session.end!
    Cablechat::RateLimits::Store::FALLBACK.clear
    Rails.cache.clear
    assert_empty frames_of { perform :typing, state: "started" }
  end

  test "a channel keeps nothing between two actions: each can be another object's, in another process" do
    subscribe id: "demo", session: @secret, conversation: @conversation.id
    own = subscription.instance_variables.grep_v(/\A@(_|connection|identifier|params|defer|reject|subscription|unsubscribed)/)
    assert_empty own
  end

  private

  def from(origin)
    stub_connection
    connection.define_singleton_method(:env) { { "HTTP_ORIGIN" => origin, "HTTP_HOST" => "test.host", "rack.url_scheme" => "http" } }
  end
end
