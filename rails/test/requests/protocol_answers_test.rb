# frozen_string_literal: true

require "test_helper"

# What the engine says is valid by protocol/'s own schemas.
class ProtocolAnswersTest < ActionDispatch::IntegrationTest
  include ApiClient

  Protocol.kinds.each do |kind|
    test "the schemas are understood here as the examples mean them: #{kind}" do
      wrong = Protocol.fixtures(kind).reject { |fixture| Protocol::Schema.faults(kind, fixture["value"]).empty? == fixture["valid"] }
      assert_empty wrong.map { |fixture| fixture["name"] }
    end
  end

  setup { @secret = new_secret }

  test "the bootstrap of nobody, and of a session with a conversation" do
    assert_valid "bootstrap", call(:get, "/webchats/demo")
    talk
    assert_valid "bootstrap", call(:get, "/webchats/demo", secret: @secret)
    assert_equal [3, true], [answer["messages"].size, answer["messages"].any? { |message| message["state"] == "deleted" }]
  end

  test "pages of messages, with and without a conversation" do
    assert_valid "messages-page", call(:get, "/webchats/demo/messages", secret: @secret)
    talk
    assert_valid "messages-page", call(:get, "/webchats/demo/messages", secret: @secret)
    assert_equal 3, answer["messages"].size
  end

  test "an upload, and a message with everything a visitor can put into it" do
    attachment = upload(@secret, PNG, name: "a.png", type: "image/png")
    assert_valid "attachment", attachment
    asked = talk.messages.first
    message = post_message(@secret, "Yes", attachments: [attachment["id"]], reply_to: { message: asked.id, value: "yes" })
    assert_valid "message", message
    assert_equal [1, "yes"], [message["attachments"].size, message.dig("reply_to", "value")]
    assert_valid "message", call(:put, "/webchats/demo/messages/#{message["id"]}/reactions/#{CGI.escape("👍")}", secret: @secret)
    assert_equal 1, answer["reactions"].size
  end

  test "a streaming reply" do
    conversation = talk
    conversation.stream_reply(author: "Bot") { |reply| reply << "one "; @streaming = conversation.messages.last.to_protocol.as_json }
    assert_valid "message", @streaming
    assert_equal "streaming", @streaming["state"]
  end

  test "whatever changes the conversation" do
    conversation = talk
    last = conversation.messages.last.id.to_s
    assert_valid "conversation-answer", call(:put, "/webchats/demo/seen", secret: @secret, body: { up_to: last })
    assert_valid "conversation-answer", call(:put, "/webchats/demo/conversation/rating", secret: @secret, body: { score: 5, comment: "Fast!" })
    assert_valid "conversation-answer", call(:post, "/webchats/demo/conversation/close", secret: @secret)
    assert_valid "conversation-answer", as_agent(:put, "/conversations/#{conversation.id}/assignee", body: { assignee: { name: "Ana" } })
    assert_equal ["closed", "Ana", 5, last], answer["conversation"].then { |now| [now["status"], now["assignee"]["name"], now["rating"]["score"], now["seen"]["visitor"]] }
  end

  test "an identity, with a conversation and without" do
    identity = { identifier: "42", hash: webchat.identity_hash("42"), name: "Maria" }
    assert_valid "identity-answer", call(:put, "/webchats/demo/identity", secret: @secret, body: identity)
    talk
    assert_valid "identity-answer", call(:put, "/webchats/demo/identity", secret: @secret, body: identity)
    assert answer["conversation"]
  end

  test "the agents' list, of a contact and of a stranger" do
    talk
    conversation_with.session.identify(identifier: "1", name: "Vera", attributes: { "plan" => "pro" })
    assert_valid "heads-page", as_agent(:get, "/conversations")
    assert_equal 2, answer["conversations"].size
  end

  test "every refusal there is" do
    Cablechat::Problem::KINDS.each_key do |code|
      problem = code == :invalid ? Cablechat::Problem.invalid_field(:body, "is missing") : Cablechat::Problem.new(code, "Why.")
      assert_valid "problem", problem.as_json.as_json
      assert_includes contract_codes, code.to_s
    end
  end

  test "every frame that is broadcast while people talk" do
    frames = frames_of { talk.then { |conversation| conversation.stream_reply(author: "Bot") { |reply| reply << "one " << "two" } && conversation.close } }.map(&:last)
    assert_empty %w[message message.delta conversation head] - frames.map { |frame| frame["type"] }
    frames.each { |frame| assert_valid "frame", frame }
  end

  test "a frame as the cable brings it" do
    frames = frames_of { talk }.map(&:last)
    frames.each { |frame| assert_valid "cable-frame", { "identifier" => "{}", "message" => frame } }
  end

  private

  # A visitor's message, an edited reply and a deleted one.
  def talk
    post_message(@secret)
    conversation = Cablechat::Conversation.last
    conversation.edit(conversation.reply("Yes or no?", author: Agents::ANA), "Yes, or no?")
    conversation.delete_message(conversation.reply("Oops", author: Agents::ANA))
    conversation.reload
  end

  # The table of protocol/README.md.
  def contract_codes = File.read(File.join(Protocol::ROOT, "README.md")).scan(/^\| \d{3}[^|]*\| `([a-z_]+)`/).flatten

  def assert_valid(kind, value)
    assert_empty Protocol::Schema.faults(kind, value.as_json), value.to_json.first(2_000)
  end
end
