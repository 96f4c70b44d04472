# frozen_string_literal: true

require "test_helper"

class StrangersTest < ActionDispatch::IntegrationTest
  include ApiClient

  setup do
    @secret, @stranger = new_secret, new_secret
    post_message(@secret, "private")
    @mine = answer
    post_message(@stranger, "another")
  end

  test "reads the messages of another's conversation by its ids" do
    call(:get, "/webchats/demo/messages?after_id=#{@mine["id"]}", secret: @stranger)
    assert_problem :unknown_cursor
    call(:get, "/webchats/demo/messages?before_id=#{@mine["id"]}", secret: @stranger)
    assert_problem :unknown_cursor
  end

  test "guesses ids: every answer is the same as for what does not exist" do
    [[:post, "/cancel"], [:put, "/reactions/#{CGI.escape("👍")}"], [:delete, "/reactions/#{CGI.escape("👍")}"]].each do |verb, path|
      answers = [@mine["id"], "999999", "x", "1e3", "-1", "9" * 40].map do |id|
        call(verb, "/webchats/demo/messages/#{id}#{path}", secret: @stranger)
        [response.status, response.body]
      end
      assert_equal 1, answers.uniq.size, answers.inspect
      assert_equal 404, answers.first.first
    end
  end

  test "marks another's messages as read" do
    call(:put, "/webchats/demo/seen", secret: @stranger, body: { up_to: @mine["id"] })
    assert_problem :not_found
  end

  test "answers to another's message" do
    post_message(@stranger, "yes", reply_to: { message: @mine["id"], value: "yes" })
    assert_problem :invalid
  end

  test "sends with another's client_id, and is not shown the other's message" do
    post_message(@stranger, "mine", client_id: @mine["client_id"])
    assert_response :created
    assert_equal "mine", answer["body"]
  end

  test "attaches another's upload" do
    upload(@secret, PNG, name: "a.png", type: "image/png")
    post_message(@stranger, "look", attachments: [answer["id"]])
    assert_problem :invalid
  end

  test "replays the cancel of a reply that has ended: nothing changes" do
    conversation = Cablechat::Conversation.find(@mine["conversation"])
    reply = conversation.post(author: Cablechat::Author.bot("Robot"), body: "so far", state: "streaming", chunk: 1, heartbeat_at: Time.current)
    states = Array.new(3) { call(:post, "/webchats/demo/messages/#{reply.id}/cancel", secret: @secret).values_at("state", "revision") }
    assert_equal [["cancelled", 3]], states.uniq
    call(:post, "/webchats/demo/messages/#{reply.id}/cancel", secret: @stranger)
    assert_problem :not_found
  end

  test "cancels another's streaming reply" do
    conversation = Cablechat::Conversation.find(@mine["conversation"])
    reply = conversation.post(author: Cablechat::Author.bot("Robot"), body: "so far", state: "streaming", chunk: 1, heartbeat_at: Time.current)
    call(:post, "/webchats/demo/messages/#{reply.id}/cancel", secret: @stranger)
    assert_equal "streaming", reply.reload.state
  end

  test "uses a session that was revoked: it has ended, and is not made again" do
    Cablechat::Session.of(webchat, @secret).end!
    identity = { identifier: "42", hash: webchat.identity_hash("42") }
    calls = [[:get, "/webchats/demo"], [:get, "/webchats/demo/messages"], [:post, "/webchats/demo/conversation/close"],
             [:put, "/webchats/demo/identity", identity], [:put, "/webchats/demo/conversation/rating", { score: 5 }],
             [:post, "/webchats/demo/conversation/transcript", { email: "a@example.com" }],
             [:post, "/webchats/demo/messages/#{@mine["id"]}/cancel"], [:put, "/webchats/demo/seen", { up_to: @mine["id"] }]]
    calls.each do |verb, path, body|
      call(verb, path, secret: @secret, body: body)
      assert_problem :session_expired
    end
    3.times { post_message(@secret, "again"); assert_problem :session_expired }
    upload(@secret, "words", name: "a.txt", type: "text/plain")
    assert_problem :session_expired
    assert_equal [1, 0], [Cablechat::Message.where(session_id: Cablechat::Message.find(@mine["id"]).session_id).count, Cablechat::Upload.count]
  end

  test "takes a digest from the database for a secret" do
    post_message(Digest::SHA256.hexdigest(@secret), "hello")
    assert_problem :invalid_session
  end

  test "uses the session of one webchat at another" do
    Cablechat.config.webchat(:other)
    call(:get, "/webchats/other", secret: @secret)
    assert_nil answer["session"]
    call(:get, "/webchats/other/messages?after_id=#{@mine["id"]}", secret: @secret)
    assert_problem :unknown_cursor
  ensure
    Cablechat.config.instance_variable_get(:@webchats).delete("other")
  end

  test "uses a visitor's session as an agent's token" do
    call(:get, "/agent/conversations", secret: @secret)
    assert_problem :invalid_token
  end
end
