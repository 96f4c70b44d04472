# frozen_string_literal: true

require "test_helper"
require "support/cable_client"
require "support/running_server"

# A real Puma, with SQLite and the async adapter, or what CABLECHAT_DATABASE_URL and CABLECHAT_REDIS_URL name.
class ServerTest < ActiveSupport::TestCase
  test "SIGTERM tells every socket server_restart, and is done within two seconds" do
    RunningServer.start do |server|
      clients = Array.new(3) { CableClient.new(server.cable) }
      seconds = server.stop("TERM")
      clients.each do |client|
        frame = client.wait_for("type" => "disconnect")
        assert_equal ["server_restart", true], frame.values_at("reason", "reconnect")
      end
      assert_operator seconds, :<, 2
    end
  end

  test "a page of an origin that no webchat allows gets HTTP 404 and no frame" do
    RunningServer.start(env: { "CABLECHAT_ORIGINS" => "https://www.example.com" }) do |server|
      error = assert_raises(RuntimeError) { CableClient.new(server.cable, origin: "https://evil.example") }
      assert_match(/404/, error.message)
      CableClient.new(server.cable, origin: "https://www.example.com").close
    end
  end

  test "a kill -9 in the middle of writing loses nothing that was answered, and the reply it was writing becomes failed" do
    RunningServer.start(env: { "CABLECHAT_RESPONDER" => "SlowResponder", "CABLECHAT_REPLY_LEASE" => "1" }) do |server|
      secret, answered, halt = new_secret, [], false
      first = server.say(secret, "Hello")
      wait_until { rows(server, secret).any? { |row| row["state"] == "streaming" && row["body"].present? } }
      writer = Thread.new { answered << server.say(secret, "m#{answered.size}")["id"] until halt }
      writer.report_on_exception = false
      wait_until { answered.size >= 10 }
      server.stop("KILL")
      halt = true
      begin
        writer.join
      rescue SystemCallError, EOFError, Net::ReadTimeout
        # The named case: the send that was under way when the server died. It was not answered.
      end
      server.start
      kept = rows(server, secret)
      assert_empty [first["id"], *answered] - kept.map { |row| row["id"] }
      reply = wait_until { rows(server, secret).find { |row| row["author"]["type"] == "bot" && row["state"] != "streaming" } }
      assert_equal "failed", reply["state"]
      assert_match(/\Aword/, reply["body"])
    end
  end

  private

  def rows(server, secret) = server.json(:get, "/webchats/demo/messages?revision=0", secret: secret)["messages"]
end
