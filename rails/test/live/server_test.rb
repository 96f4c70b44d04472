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

  test "a server that is stopping answers what has knocked: served, or 503 with Retry-After" do
    RunningServer.start(env: { "CABLECHAT_THREADS" => "1" }) do |server|
      server.say(new_secret, "Hello")
      # While it stands still, so that all have knocked when it hears that it is to stop.
      Process.kill("STOP", server.pid)
      sockets = Array.new(40) { TCPSocket.new("127.0.0.1", server.port) }
      sockets.each { |socket| socket.write("GET /cablechat/webchats/demo HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n") }
      Process.kill("TERM", server.pid)
      server.stop("CONT")
      heads = sockets.map { |socket| socket.read.split("\r\n\r\n", 2).first }
      refused, served = heads.partition { |head| head.start_with?("HTTP/1.1 503") }
      assert_operator refused.size, :>, 0
      assert(refused.all? { |head| head.match?(/^retry-after: \d/i) && head.match?(%r{^content-type: application/problem\+json}i) }, refused.first)
      assert(served.all? { |head| head.start_with?("HTTP/1.1 200") }, served.last)
    end
  end

  test "ending a session takes its subscription at once, and its next request is refused as session_expired" do
    RunningServer.start do |server|
      secret = new_secret
      conversation = server.say(secret, "Hello")["conversation"]
      client = CableClient.new(server.cable)
      identifier = { channel: "Cablechat::WebchatChannel", id: "demo", session: secret, conversation: conversation }
      assert_equal "confirm_subscription", client.subscribe(identifier)
      assert_equal "closed", server.json(:delete, "/agent/conversations/#{conversation}/session", secret: server.token).dig("conversation", "status")
      heard = []
      client.wait { |frame| heard << frame if frame["identifier"]; frame["type"] == "reject_subscription" }
      assert_equal [[identifier.to_json, "reject_subscription"]], heard.map { |frame| frame.values_at("identifier", "type") }
      assert_equal "401", server.request(:get, "/webchats/demo", secret: secret).code
      client.close
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
      # Each message has a reply of its own: those of the last ones may have no text yet when the server dies.
      begun = Eventually.wait("a reply that streams") { streaming(server, secret) }
      writer = Thread.new { answered << server.say(secret, "m#{answered.size}")["id"] until halt }
      writer.report_on_exception = false
      Eventually.wait("ten answers") { answered.size >= 10 }
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
      reply = Eventually.wait("the reply to end") { rows(server, secret).find { |row| row["id"] == begun["id"] && row["state"] != "streaming" } }
      assert_equal "failed", reply["state"]
      assert reply["body"].start_with?(begun["body"]), reply["body"]
    end
  end

  test "after a kill -9 the reply that was being written becomes failed with the first request of the new process, read by nobody" do
    RunningServer.start(env: { "CABLECHAT_RESPONDER" => "SlowResponder", "CABLECHAT_REPLY_LEASE" => "2" }) do |server|
      secret = new_secret
      server.say(secret, "Hello")
      Eventually.wait("a reply that streams") { streaming(server, secret) }
      server.stop("KILL")
      server.start
      desk = CableClient.new(server.cable)
      desk.subscribe({ channel: "Cablechat::AgentChannel", id: "demo", token: server.token })
      # Of no session: nothing is read by it.
      server.request(:get, "/webchats/demo")
      reply = desk.wait_for_message { |frame| frame.dig("last_message", "state") == "failed" }["last_message"]
      assert_match(/\Aword/, reply["body"])
      desk.close
    end
  end

  private

  # One whose first words are stored.
  def streaming(server, secret) = rows(server, secret).find { |row| row["state"] == "streaming" && row["body"].present? }

  def rows(server, secret) = server.json(:get, "/webchats/demo/messages?revision=0", secret: secret)["messages"]
end
