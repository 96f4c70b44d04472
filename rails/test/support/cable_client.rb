# frozen_string_literal: true

require "socket"
require "websocket/driver"
require "timeout"

# A WebSocket that speaks actioncable-v1-json, for tests against a running server.
class CableClient
  attr_reader :url, :frames

  # @param welcome whether to wait for the server's welcome; without, what it says instead is among the frames
  # @raise RuntimeError with the HTTP status where the server refuses
  def initialize(url, origin: nil, welcome: true)
    @url = url
    uri = URI(url)
    @socket = TCPSocket.new(uri.host, uri.port)
    @frames = Queue.new
    @driver = WebSocket::Driver.client(self, protocols: ["actioncable-v1-json"])
    @driver.set_header("Origin", origin) if origin
    @driver.on(:message) { |event| @frames << JSON.parse(event.data) }
    @driver.on(:close) { |event| @frames << { "type" => "closed", "code" => event.code } }
    @driver.on(:error) { |event| @frames << { "type" => "refused", "reason" => event.message } }
    @driver.start
    @reader = Thread.new { read }
    wait_for("type" => "welcome") if welcome
  end

  # The driver's side of the socket.
  def write(bytes) = @socket.write(bytes)

  def subscribe(identifier)
    command("subscribe", identifier)
    wait { |frame| frame["identifier"] == identifier.to_json && %w[confirm_subscription reject_subscription].include?(frame["type"]) }["type"]
  end

  def unsubscribe(identifier) = command("unsubscribe", identifier)

  def perform(identifier, action, **data)
    command("message", identifier, data: data.merge(action: action).to_json)
  end

  def send_raw(text) = @driver.text(text)

  # The next frame of a channel's for which the block holds; what comes before it is dropped.
  def wait_for_message(within: 10, &block)
    wait(within: within) { |frame| frame["message"].is_a?(Hash) && (block.nil? || block.call(frame["message"])) }["message"]
  end

  def wait_for(expected) = wait { |frame| expected <= frame }

  def wait(within: 10)
    Timeout.timeout(within) do
      loop do
        frame = @frames.pop
        raise "The server refused: #{frame["reason"]}" if frame["type"] == "refused"
        return frame if yield(frame)
      end
    end
  end

  # What has come and was not waited for.
  def received = Array.new(@frames.size) { @frames.pop }

  def close
    @socket.close
    @reader.join
  end

  private

  def command(name, identifier, **rest)
    @driver.text({ command: name, identifier: identifier.to_json, **rest }.to_json)
  end

  def read
    @driver.parse(@socket.readpartial(65_536)) while true
  rescue IOError, SystemCallError => error
    # The named case: the socket has ended, by us or by the server.
    @frames << { "type" => "closed", "reason" => error.class.name }
  end
end
