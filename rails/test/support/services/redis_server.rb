# frozen_string_literal: true

require_relative "service"

class RedisServer < Service
  def self.binary = find("redis-server")
  def self.package = "redis-server"

  def url = "redis://127.0.0.1:#{port}/0"

  def start
    spawn(self.class.binary, "--port", port.to_s, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no")
    wait { listening? }
    self
  end

  private

  def listening?
    TCPSocket.open("127.0.0.1", port) { |socket| socket.write("PING\r\n"); socket.gets&.start_with?("+PONG") }
  rescue SystemCallError
    # The named case: it has not begun to listen.
    false
  end
end
