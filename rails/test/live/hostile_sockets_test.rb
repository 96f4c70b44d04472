# frozen_string_literal: true

require "test_helper"
require "support/cable_client"
require "support/running_server"

class HostileSocketsTest < ActiveSupport::TestCase
  test "a socket that sends a huge command is closed, and the server lives on" do
    RunningServer.start do |server|
      client = CableClient.new(server.cable)
      client.send_raw("x" * 1_000_000)
      assert_equal false, client.wait_for("type" => "disconnect")["reconnect"]
      CableClient.new(server.cable).close
    end
  end

  test "a socket that subscribes without end gets a hundred and no more" do
    RunningServer.start do |server|
      secret = new_secret
      conversation = server.say(secret, "Hello")["conversation"]
      client = CableClient.new(server.cable)
      # The same conversation, under identifiers that differ.
      150.times { |number| client.send_raw({ command: "subscribe", identifier: identifier(secret, conversation, number) }.to_json) }
      confirmed = 0
      client.wait(within: 30) { |frame| (confirmed += 1 if frame["type"] == "confirm_subscription") == Cablechat::Connection::MAX_SUBSCRIPTIONS }
      server.say(secret, "Do you hear me?")
      heard = []
      client.wait(within: 30) { |frame| heard << frame["identifier"] if frame["message"].is_a?(Hash); heard.uniq.size == Cablechat::Connection::MAX_SUBSCRIPTIONS }
      # Four workers share a socket's commands, so that a few may pass the check at once.
      confirmed += client.received.count { |frame| frame["type"] == "confirm_subscription" }
      assert_includes Cablechat::Connection::MAX_SUBSCRIPTIONS..Cablechat::Connection::MAX_SUBSCRIPTIONS + 4, confirmed
    end
  end

  test "what is no command is ignored, and the socket lives on" do
    RunningServer.start do |server|
      secret = new_secret
      conversation = server.say(secret, "Hello")["conversation"]
      client = CableClient.new(server.cable)
      ["", "null", "[]", "5", "\"x\"", "{", "{}", { command: 5 }.to_json, { command: "subscribe", identifier: "{" }.to_json,
       { command: "subscribe", identifier: { channel: "Object" }.to_json }.to_json, { command: "subscribe", identifier: { channel: "Cablechat::Channel" }.to_json }.to_json]
        .each { |nonsense| client.send_raw(nonsense) }
      assert_equal "confirm_subscription", client.subscribe({ channel: "Cablechat::WebchatChannel", id: "demo", session: secret, conversation: conversation })
    end
  end

  private

  def identifier(secret, conversation, number)
    { channel: "Cablechat::WebchatChannel", id: "demo", session: secret, conversation: conversation, number: number }.to_json
  end
end
