# frozen_string_literal: true

require "test_helper"
require "support/cable_client"
require "support/running_server"

# Who reads the log, at its most talkative, of a server that has done everything it can do.
class LogReadersTest < ActiveSupport::TestCase
  test "reads the log for sessions, tokens, hashes and what visitors wrote" do
    RunningServer.start(env: { "CABLECHAT_LOG_LEVEL" => "debug" }) do |server|
      secret, token = new_secret, "test-agent-token"
      conversation = server.say(secret, "some very private words")["conversation"]
      server.json(:put, "/webchats/demo/identity", secret: secret, body: { identifier: "42", hash: "f0rg3d-hash", email: "vera@example.com" })
      use_the_cable(server, secret, token, conversation)
      server.stop
      log = server.log
      assert_includes log, "WebchatChannel"
      { secret: secret, token: token, hash: "f0rg3d-hash" }.each { |what, text| refute_includes log, text, "the log has the #{what}" }
      refute_includes log.lines.grep(/Parameters:/).join, "private words"
    end
  end

  private

  # Including every way a command goes wrong: Action Cable writes those with their identifier.
  def use_the_cable(server, secret, token, conversation)
    client = CableClient.new(server.cable)
    identifiers = [
      { channel: "Cablechat::WebchatChannel", id: "demo", session: secret, conversation: conversation },
      { channel: "Cablechat::AgentChannel", id: "demo", token: token }
    ]
    identifiers.each { |identifier| client.subscribe(identifier) }
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
