# frozen_string_literal: true

require "socket"

# Hands TCP connections to several servers in turn, and passes over those that do not answer.
class Balancer
  attr_reader :port

  # @param targets gives the ports of the servers at present
  def initialize(&targets)
    @targets = targets
    @listener = TCPServer.new("127.0.0.1", 0)
    @port = @listener.addr[1]
    @turn = 0
    @thread = Thread.new { serve }
  end

  def close
    @thread.kill
    @listener.close
  end

  private

  def serve
    loop do
      client = @listener.accept
      Thread.new { connect(client) }
    end
  end

  def connect(client)
    server = any_server
    return client.close unless server

    [client, server].each { |socket| socket.setsockopt(Socket::IPPROTO_TCP, Socket::TCP_NODELAY, 1) }
    threads = [[client, server], [server, client]].map { |from, to| Thread.new { copy(from, to) } }
    threads.each(&:join)
  ensure
    client.close
    server&.close
  end

  def any_server
    ports = @targets.call
    ports.rotate(@turn += 1).each do |port|
      return TCPSocket.new("127.0.0.1", port)
    rescue SystemCallError
      # The named case: that one is down. The next may be up.
    end
    nil
  end

  # One end closed or killed ends both.
  def copy(from, to)
    IO.copy_stream(from, to)
    to.close_write
  rescue IOError, SystemCallError
    # Shut down, not closed: the other direction's thread waits on the same sockets, and a close would wait for it.
    [from, to].each { |socket| hang_up(socket) }
  end

  def hang_up(socket)
    socket.shutdown(Socket::SHUT_RDWR)
  rescue IOError, SystemCallError
    # The named case: it is down already.
  end
end
