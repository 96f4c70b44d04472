# frozen_string_literal: true

require "minitest/autorun"
require "fileutils"
require "json"
require "net/http"
require "socket"
require "timeout"
require "tmpdir"

# The command of the README, typed in the project's own folder.
class StartRailsTest < Minitest::Test
  PROJECT = File.expand_path("../../..", __dir__)

  def setup
    @data = Dir.mktmpdir("cablechat-start-")
    @port = TCPServer.open("127.0.0.1", 0) { |server| server.addr[1] }
  end

  def teardown
    Process.kill("KILL", -@pid) if @pid
    FileUtils.rm_rf(@data)
  end

  def test_npm_run_start_rails_takes_port_folder_and_token_from_the_environment_and_ends_with_control_c
    banner = start("PORT" => @port.to_s, "CABLECHAT_DATA" => @data, "CABLECHAT_AGENT_TOKEN" => "open-sesame")
    assert_includes banner, "http://127.0.0.1:#{@port}/cablechat"
    assert_includes banner, "agent token       open-sesame"
    assert_equal %w[200 401], [heads("open-sesame"), heads("another")].map(&:code)
    assert_operator File.size(Dir[File.join(@data, "*.sqlite3")].fetch(0)), :>, 0
    interrupt
    assert_raises(Errno::ECONNREFUSED) { heads("open-sesame") }
  end

  private

  # @return what it prints until it listens
  def start(env)
    @output, writer = IO.pipe
    @pid = Process.spawn(env, "npm", "run", "start:rails", chdir: PROJECT, out: writer, err: writer, pgroup: true)
    writer.close
    banner = +""
    Timeout.timeout(90) { banner << (@output.gets || flunk("It ended:\n#{banner}")) until banner.include?("Stop with") }
    banner
  end

  # As a terminal does: every process of the command is told. The pipe ends with the last of them.
  def interrupt
    Process.kill("INT", -@pid)
    Timeout.timeout(30) { @output.read }
    Process.wait(@pid)
    @pid = nil
  end

  def heads(token)
    Net::HTTP.get_response(URI("http://127.0.0.1:#{@port}/cablechat/agent/conversations"), "Authorization" => "Bearer #{token}")
  end
end
