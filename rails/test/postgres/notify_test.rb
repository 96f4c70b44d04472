# frozen_string_literal: true

require "test_helper"
require "support/cable_client"
require "support/running_server"

# Action Cable's PostgreSQL adapter, on a real server: NOTIFY carries less than 8,000 bytes.
class NotifyTest < ActiveSupport::TestCase
  test "a message too large for NOTIFY is stored, leaves a hole that the next frame shows, and is in the catch-up" do
    RunningServer.start(env: { "CABLECHAT_NOTIFY" => "1" }) do |server|
      secret = new_secret
      first = server.say(secret, "Hello")
      client = CableClient.new(server.cable)
      identifier = { channel: "Cablechat::WebchatChannel", id: "demo", session: secret, conversation: first["conversation"] }
      assert_equal "confirm_subscription", client.subscribe(identifier)
      large = "x" * 9_000
      assert_equal 201, server.say(secret, large)["status"]
      server.say(secret, "After it")

      frame = client.wait_for_message { |message| message["type"] == "message" }
      assert_equal "After it", frame.dig("message", "body"), "the large one was not broadcast"
      assert_operator frame["revision"], :>, first["revision"] + 1, "and is missed"
      missed = server.json(:get, "/webchats/demo/messages?revision=#{first["revision"]}", secret: secret)
      assert_equal [large, "After it"], missed["messages"].map { |message| message["body"] }
      client.close
    end
  end
end
