# frozen_string_literal: true

require "test_helper"
require "cablechat/testing"

class TestingTest < ActionDispatch::IntegrationTest
  include Cablechat::Testing

  test "a conversation with an identified visitor stands in one line" do
    conversation = cablechat_conversation(:demo, says: %w[one two], as: { identifier: "1", name: "Vera" })
    assert_equal ["one", "two", "Vera"], conversation.messages.order(:created_at).pluck(:body) << conversation.contact.name
  end

  test "a reply can be asserted, and its absence" do
    conversation = cablechat_conversation(:demo)
    assert_no_cablechat_reply conversation
    conversation.reply("Hi there", author: "Ana")
    assert_cablechat_reply conversation, /Hi/
    assert_raises(Minitest::Assertion) { assert_cablechat_reply conversation, "Bye" }
  end

  test "frames are seen as the cable brings them" do
    conversation = cablechat_conversation(:demo)
    frames = cablechat_frames(conversation) { conversation.reply("Hi", author: "Ana") }
    assert_equal ["message", "Hi"], [frames.sole["type"], frames.sole.dig("message", "body")]
  end

  test "both sides' REST can be called" do
    secret = cablechat_secret
    body = { client_id: SecureRandom.uuid, body: "Hello" }.to_json
    post "/cablechat/webchats/demo/messages", params: body, headers: cablechat_headers(secret)
    assert_response :created
    get "/cablechat/agent/conversations", headers: cablechat_agent_headers(:demo, "Ana")
    assert_equal 1, response.parsed_body["conversations"].size
  end

  test "it works within the transaction of the application's own tests" do
    Cablechat::Conversation.transaction do
      conversation = cablechat_conversation(:demo)
      conversation.reply("Hi", author: "Ana")
      assert_cablechat_reply conversation, "Hi"
      raise ActiveRecord::Rollback
    end
  end
end
