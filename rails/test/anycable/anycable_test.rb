# frozen_string_literal: true

require "minitest/autorun"
require "open3"
require "tmpdir"
require_relative "../support/cable_client"
require_relative "../support/running_server"

# The engine behind AnyCable's own server (the binary of the gem anycable-thruster), over HTTP RPC, as docs/rails.md
# sets it up. Run with BUNDLE_GEMFILE=gemfiles/anycable.rb.
class AnycableTest < Minitest::Test
  PROJECT = File.expand_path("../../..", __dir__)
  # AnyCable's ways, not the engine's: it opens a socket before it asks who may have one, and ends one that talks nonsense.
  KNOWN = ["a socket of another site is refused with 404", "what is no command is ignored, and the socket lives on"].freeze

  def setup
    @ports = Array.new(3) { TCPServer.open("127.0.0.1", 0) { |server| server.addr[1] } }
    @data = Dir.mktmpdir("cablechat-anycable-")
    reader, writer = IO.pipe
    @pid = Process.spawn(env, "bundle", "exec", "thrust", RbConfig.ruby, "bin/start", chdir: File.expand_path("../..", __dir__), out: writer, err: writer, pgroup: true)
    writer.close
    output = +""
    Timeout.timeout(90) { output << (reader.gets || flunk("It ended:\n#{output}")) until output.include?("Stop with") }
    @drain = Thread.new { reader.each_line { |line| output << line } }
  end

  def teardown
    Process.kill("KILL", -@pid)
    Process.wait(@pid)
    FileUtils.rm_rf(@data)
  end

  def test_the_contract_holds_and_no_secret_is_in_the_log
    output, = Open3.capture2e("npm", "run", "--silent", "conformance", "--", "#{origin}/cablechat", cable, "test-agent-token", chdir: PROJECT)
    failed = output.scan(/^  FAILED  (.+)$/).flatten
    assert_empty failed - KNOWN, output
    assert_operator output[/(\d+) passed/, 1].to_i, :>=, 94
    assert_empty File.read(File.join(@data, "production.log")).scan(/"(?:session|token)\\*":\\*"[^"\\\[]{8,}/)
  end

  def test_a_page_of_an_origin_that_no_webchat_allows_is_disconnected_and_hears_nothing
    secret = SecureRandom.alphanumeric(43)
    identifier = { channel: "Cablechat::WebchatChannel", id: "demo", session: secret, conversation: begin_conversation(secret) }
    assert_equal %w[welcome confirm_subscription], answers(identifier, origin: origin)
    assert_equal %w[disconnect closed], answers(identifier, origin: "https://evil.example")
  end

  private

  # What a page of that origin is told when it opens a socket and subscribes at once, until it listens or cannot.
  def answers(identifier, origin:)
    client = CableClient.new(cable, origin: origin, welcome: false)
    client.send_raw({ command: "subscribe", identifier: identifier.to_json }.to_json)
    heard = []
    client.wait { |frame| heard << frame["type"]; %w[confirm_subscription reject_subscription closed].include?(frame["type"]) }
    client.close
    heard - ["ping"]
  end

  def begin_conversation(secret)
    body = { client_id: SecureRandom.uuid, body: "Hello" }.to_json
    headers = { "Authorization" => "Bearer #{secret}", "Content-Type" => "application/json" }
    answer = Net::HTTP.post(URI("#{origin}/cablechat/webchats/demo/messages"), body, headers)
    assert_equal "201", answer.code, answer.body
    JSON.parse(answer.body).fetch("conversation")
  end

  def origin = "http://127.0.0.1:#{@ports[0]}"
  def cable = "ws://127.0.0.1:#{@ports[0]}/cable"

  def env
    front, rails, broadcasts = @ports
    {
      "HTTP_PORT" => front.to_s, "TARGET_PORT" => rails.to_s, "RAILS_ENV" => "production", "CABLECHAT_DATA" => @data,
      "CABLECHAT_AGENT_TOKEN" => "test-agent-token", "CABLECHAT_ANYCABLE" => "1", "CABLECHAT_RESPONDER" => "commands", "CABLECHAT_CABLE_URL" => cable, "CABLECHAT_REPLY_LEASE" => "20",
      "CABLECHAT_SENDS_PER_MINUTE" => "100000", "CABLECHAT_REQUESTS_PER_MINUTE" => "1000000",
      "ANYCABLE_RPC_HOST" => "http://127.0.0.1:#{rails}/_anycable", "ANYCABLE_HTTP_RPC" => "true", "ANYCABLE_SECRET" => "for-tests-alone",
      "ANYCABLE_HEADERS" => "cookie,origin", "ANYCABLE_BROADCAST_ADAPTER" => "http",
      "ANYCABLE_HTTP_BROADCAST_PORT" => broadcasts.to_s, "ANYCABLE_HTTP_BROADCAST_URL" => "http://127.0.0.1:#{broadcasts}/_broadcast"
    }
  end
end
