# frozen_string_literal: true

require "test_helper"

class ForgersTest < ActionDispatch::IntegrationTest
  include ApiClient

  setup { @secret = new_secret }

  test "forges an identity's hash" do
    valid = webchat.identity_hash("42")
    forged = ["", "x", valid.tr("0-9a-f", "1-9a-f0"), valid[0..-2], webchat.identity_hash("43"), Digest::SHA256.hexdigest("42"), "é" * 64]
    forged.each do |hash|
      call(:put, "/webchats/demo/identity", secret: @secret, body: { identifier: "42", hash: hash })
      assert_problem :invalid_identity
    end
    assert_equal [0, 0], [Cablechat::Contact.count, Cablechat::Session.count]
  end

  test "measures the time of comparing hashes: it is compared in constant time" do
    compared = []
    ActiveSupport::SecurityUtils.stub(:secure_compare, ->(*pair) { compared << pair; false }) do
      call(:put, "/webchats/demo/identity", secret: @secret, body: { identifier: "42", hash: "ABCD" })
    end
    assert_equal [[webchat.identity_hash("42"), "abcd"]], compared
  end

  test "says who wrote a message, when, and in which state" do
    post_message(@secret, "I am Ana", author: { type: "agent", name: "Ana" }, author_type: "agent", state: "streaming", revision: 99,
      created_at: "2000-01-01T00:00:00Z", conversation_id: 1, session_id: 1, cards: [{ title: "x" }], quick_replies: [{ text: "x", value: "x" }])
    assert_response :created
    assert_equal ["visitor", "complete", 1, [], []], [answer["author"]["type"], *answer.values_at("state", "revision", "cards", "quick_replies")]
    assert_operator Time.iso8601(answer["created_at"]), :>, 1.minute.ago
  end

  test "assigns what is nobody's to assign with a rating, an assignee or an identity" do
    post_message(@secret)
    call(:put, "/webchats/demo/conversation/rating", secret: @secret, body: { score: 5, status: "closed", assignee: { name: "x" } })
    assert_equal ["open", nil], answer["conversation"].values_at("status", "assignee")
    call(:put, "/webchats/demo/identity", secret: @secret,
      body: { identifier: "42", hash: webchat.identity_hash("42"), id: 9, webchat_id: 9, identifier_digest: "x", details: { "a" => 1 } })
    assert_equal({}, Cablechat::Contact.sole.details)
  end

  test "forges or alters an agent's token" do
    token = Cablechat::AgentToken.issue(Cablechat::Author.new(type: "agent", id: "1", name: "Ana"), webchat)
    payload, signature = token.split("--")
    forged = [payload, "#{payload}--#{"0" * signature.length}", "#{Base64.strict_encode64("{}")}--#{signature}", "", "null", token.reverse]
    forged.each do |wrong|
      call(:get, "/agent/conversations", headers: { "Authorization" => "Bearer #{wrong}" })
      assert_problem :invalid_token
    end
    call(:get, "/agent/conversations", headers: { "Authorization" => "Bearer #{token}" })
    assert_response :ok
  end

  test "uses an agent's token after it has expired, or after the agent was dismissed" do
    author = Cablechat::Author.new(type: "agent", id: "1", name: "Ana")
    token = Cablechat::AgentToken.issue(author, webchat)
    with_config(agent_allowed: ->(agent) { agent.id != "1" }) { assert_nil Cablechat::AgentToken.verify(token) }
    travel(13.hours) { assert_nil Cablechat::AgentToken.verify(token) }
    assert Cablechat::AgentToken.verify(token)
  end

  test "uses a value the application signed for something else as an agent's token" do
    claims = { "author" => { "type" => "agent", "id" => "1", "name" => "x" }, "webchat" => webchat.id }
    others = [Rails.application.message_verifier("other").generate(claims, purpose: "cablechat/agent"), Rails.application.message_verifier("cablechat/agent").generate(claims)]
    others.each { |token| assert_nil Cablechat::AgentToken.verify(token) }
  end

  test "uses one webchat's agent token at another" do
    post_message(@secret)
    other = Cablechat::Webchat.create!(public_id: "other", name: "Other")
    token = Cablechat::AgentToken.issue(Cablechat::Author.new(type: "agent", id: "1", name: "Ana"), other)
    headers = { "Authorization" => "Bearer #{token}" }
    assert_empty call(:get, "/agent/conversations", headers: headers)["conversations"]
    call(:get, "/agent/conversations/#{Cablechat::Conversation.sole.id}/messages", headers: headers)
    assert_problem :not_found
  end

  test "edits or deletes another agent's message, or the visitor's" do
    post_message(@secret)
    conversation = Cablechat::Conversation.sole
    theirs = [conversation.messages.sole, conversation.reply("Hi", author: { id: "2", name: "Ben" }), conversation.reply("Hi", author: "Ana")]
    theirs.each do |message|
      as_agent(:patch, "/conversations/#{conversation.id}/messages/#{message.id}", body: { body: "changed" })
      assert_problem :not_found
      as_agent(:delete, "/conversations/#{conversation.id}/messages/#{message.id}")
      assert_problem :not_found
    end
  end
end
