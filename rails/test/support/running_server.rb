# frozen_string_literal: true

require "net/http"
require "json"
require "securerandom"
require "timeout"
require "uri"
require "tmpdir"
require "open3"

# bin/start as a process of its own, on a port and a folder of its own.
class RunningServer
  attr_reader :origin, :pid, :token, :data

  def self.start(**options)
    server = new(**options)
    server.start
    yield server
  ensure
    server&.discard
  end

  # @param data a folder to share with another server; its own where none is given
  def initialize(env: {}, data: nil, token: "test-agent-token")
    @own_folder = data.nil?
    @data = data || Dir.mktmpdir("cablechat-rails-")
    @token = token
    @env = env
    @port = 0
    @output = +""
  end

  def start
    env = { "RAILS_ENV" => "production", "PORT" => @port.to_s, "CABLECHAT_DATA" => @data, "CABLECHAT_AGENT_TOKEN" => @token,
            "CABLECHAT_SENDS_PER_MINUTE" => "1000000", "CABLECHAT_REQUESTS_PER_MINUTE" => "1000000" }.merge(@env)
    @stdout, writer = IO.pipe
    @pid = Process.spawn(env, RbConfig.ruby, File.expand_path("../../bin/start", __dir__), out: writer, err: writer)
    writer.close
    Timeout.timeout(90) { read_banner }
    @drain = Thread.new { @stdout.each_line { |line| @output << line } }
    @port = URI(@origin).port
  end

  def running? = !@pid.nil?

  # nil before it has ever listened.
  def port = @origin && @port

  def base = "#{origin}/cablechat"
  def cable = "#{origin.sub("http", "ws")}/cable"

  # Ends the process; its port and data stay.
  # @return seconds it took
  def stop(signal = "TERM")
    return 0 unless @pid

    started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    Process.kill(signal, @pid)
    Process.wait(@pid)
    @pid = nil
    Process.clock_gettime(Process::CLOCK_MONOTONIC) - started
  end

  def discard
    stop("KILL")
    FileUtils.rm_rf(@data) if @own_folder
  end

  # What was logged; not what was printed, which is where the operator reads the token.
  def log = Dir[File.join(@data, "*.log")].map { |file| File.read(file) }.join

  # @return the parsed answer
  # @raise RuntimeError for any status but 2xx
  def json(verb, path, secret: nil, body: nil)
    response = request(verb, path, secret: secret, body: body)
    JSON.parse(response.body).merge("status" => response.code.to_i)
  end

  def say(secret, body, client_id: SecureRandom.uuid)
    json(:post, "/webchats/demo/messages", secret: secret, body: { client_id: client_id, body: body })
  end

  # As a browser's form does: multipart, in the field "file".
  # @return the parsed answer
  def upload(secret, bytes, name:, type:)
    response = request(:post, "/webchats/demo/uploads", secret: secret) do |request|
      request.set_form([["file", bytes, { filename: name, content_type: type }]], "multipart/form-data")
    end
    JSON.parse(response.body).merge("status" => response.code.to_i)
  end

  # The block may change the request before it is sent.
  def request(verb, path, secret: nil, body: nil, headers: {})
    uri = URI("#{base}#{path}")
    request = Net::HTTP.const_get(verb.to_s.capitalize).new(uri, headers)
    request["Authorization"] = "Bearer #{secret}" if secret
    request["Content-Type"] = "application/json" if body
    request.body = body&.to_json
    yield request if block_given?
    Net::HTTP.start(uri.host, uri.port, read_timeout: 30) { |http| http.request(request) }
  end

  private

  def read_banner
    while (line = @stdout.gets)
      @output << line
      @origin = line[%r{REST\s+(http://\S+)/cablechat}, 1] || @origin
      return if line.start_with?("Stop with")
    end
    raise "The server did not start:\n#{@output}"
  end
end
