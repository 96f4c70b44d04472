# frozen_string_literal: true

require "test_helper"
require "support/cable_client"
require "support/running_server"

# Who reads the log, at its most talkative, of a server that has done everything it can do.
class LogReadersTest < ActiveSupport::TestCase
  # Nothing else in a log can look like one of these.
  PRIVATE = {
    body: "some very private words", edit: "other very private words", reply: "an agent's careful words", comment: "a spiteful remark",
    streamed: "word1 word2", email: "vera@private.example", transcript: "vera+copy@private.example", name: "Vera Verschwiegen",
    identifier: "customer-4711", attribute: "a-plan-of-hers", page: "a-page-of-hers", file: "a-file-of-hers", identity_secret: "s3cr3t-of-the-webchat",
    forged_hash: "f0rg3d-hash"
  }.freeze
  SETTINGS = { "CABLECHAT_LOG_LEVEL" => "debug", "CABLECHAT_RESPONDER" => "commands", "CABLECHAT_IDENTITY_SECRET" => PRIVATE[:identity_secret] }.freeze

  test "reads the log for sessions, tokens, hashes and what visitors wrote" do
    RunningServer.start(env: SETTINGS) do |server|
      @server, secret, token = server, new_secret, "test-agent-token"
      hash = OpenSSL::HMAC.hexdigest("SHA256", PRIVATE[:identity_secret], PRIVATE[:identifier])
      conversation = visit(secret)
      identify(secret, hash)
      answer_as_agent(token, conversation)
      desk_token = open_desk(token)
      use_the_cable(server, secret, token, conversation)
      finish(secret, conversation)
      server.stop
      log = server.log
      ["Cablechat::WebchatChannel", "Cablechat::Message", "Cablechat::TranscriptJob", "PUT \"/cablechat/webchats/demo/identity\""].each { |proof| assert_includes log, proof }
      found = PRIVATE.merge(secret: secret, token: token, desk_token: desk_token, hash: hash).select { |_, text| log.include?(text) }
      assert_empty(found.keys.to_h { |what| [what, log.lines.grep(/#{Regexp.escape(found[what])}/).first] }, "the log has them")
    end
  end

  private

  def json(...) = @server.json(...)

  # @return the conversation's id
  def visit(secret)
    file = @server.upload(secret, "words", name: "#{PRIVATE[:file]}.txt", type: "text/plain")
    json(:post, "/webchats/demo/messages", secret: secret, body: {
      client_id: uuid, body: PRIVATE[:body], attachments: [file["id"]], page: { url: "https://x.example/#{PRIVATE[:page]}", title: nil, referrer: nil }
    })["conversation"]
  end

  def identify(secret, hash)
    fields = { identifier: PRIVATE[:identifier], name: PRIVATE[:name], email: PRIVATE[:email], attributes: { plan: PRIVATE[:attribute] } }
    refused = json(:put, "/webchats/demo/identity", secret: secret, body: { **fields, hash: PRIVATE[:forged_hash] })
    assert_equal 401, refused["status"]
    2.times { assert_equal 200, json(:put, "/webchats/demo/identity", secret: secret, body: { **fields, hash: hash })["status"] }
  end

  def answer_as_agent(token, conversation)
    message = json(:post, "/agent/conversations/#{conversation}/messages", secret: token, body: { client_id: uuid, body: PRIVATE[:reply] })
    json(:patch, "/agent/conversations/#{conversation}/messages/#{message["id"]}", secret: token, body: { body: PRIVATE[:edit] })
    assert_equal 1, json(:get, "/agent/conversations?limit=1", secret: token)["conversations"].size
  end

  # @return the token of the desk's page
  def open_desk(token)
    page = @server.request(:get, "/desk", headers: { "Authorization" => ActionController::HttpAuthentication::Basic.encode_credentials("agent", token) })
    Nokogiri::HTML5(page.body).at("cablechat-desk")["token"].tap { |desk| json(:get, "/agent/conversations", secret: desk) }
  end

  # A streamed reply, a rating and a transcript, whose job has run by the end of it.
  def finish(secret, conversation)
    json(:post, "/webchats/demo/messages", secret: secret, body: { client_id: uuid, body: "stream 2" })
    Eventually.wait("the reply to end") { json(:get, "/webchats/demo/messages", secret: secret)["messages"].last.values_at("body", "state") == [PRIVATE[:streamed], "complete"] }
    json(:put, "/webchats/demo/conversation/rating", secret: secret, body: { score: 1, comment: PRIVATE[:comment] })
    json(:post, "/webchats/demo/conversation/transcript", secret: secret, body: { email: PRIVATE[:transcript] })
    Eventually.wait("the transcript's mail") { File.exist?(File.join(@server.data, "mails", PRIVATE[:transcript])) }
    Eventually.wait("the transcript's job to be logged") { @server.log.include?("Performed Cablechat::TranscriptJob") }
    json(:post, "/webchats/demo/conversation/close", secret: secret)
  end

  # Including every way a command goes wrong: Action Cable writes those with their identifier.
  def use_the_cable(server, secret, token, conversation)
    client = CableClient.new(server.cable)
    identifiers = [
      { channel: "Cablechat::WebchatChannel", id: "demo", session: secret, conversation: conversation },
      { channel: "Cablechat::AgentChannel", id: "demo", token: token }
    ]
    identifiers.each { |identifier| client.subscribe(identifier) }
    json(:post, "/webchats/demo/messages", secret: secret, body: { client_id: uuid, body: PRIVATE[:body] })
    client.wait_for_message { |frame| frame["type"] == "message" }
    client.perform(identifiers.first, "typing", state: "started")
    client.perform(identifiers.first, "no_such_action", session: secret)
    client.unsubscribe(identifiers.first)
    client.perform(identifiers.first, "typing", state: "started")
    client.send_raw({ command: "nonsense", identifier: identifiers.first.to_json }.to_json)
    client.send_raw({ command: "subscribe", identifier: { channel: "NoSuch", session: secret }.to_json }.to_json)
    client.send_raw({ command: "message", identifier: identifiers.first.to_json, data: "no json" }.to_json)
    client.subscribe({ channel: "Cablechat::WebchatChannel", id: "demo", session: new_secret, conversation: conversation })
    client.close
  end
end
