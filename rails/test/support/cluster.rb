# frozen_string_literal: true

require_relative "balancer"
require_relative "running_server"
require_relative "services/postgres"
require_relative "services/redis_server"

# Two Puma processes on one PostgreSQL and one Redis, behind a balancer. Each part can be killed and started again.
class Cluster
  MISSING = -> { [Postgres, RedisServer].reject(&:available?).map(&:package) }

  attr_reader :servers, :redis, :postgres, :token

  def self.start(**options)
    cluster = new(**options)
    cluster.start
    yield cluster
  ensure
    cluster&.discard
  end

  def initialize(size: 2, env: {}, token: "test-agent-token")
    @token = token
    @data = Dir.mktmpdir("cablechat-cluster-")
    @postgres = Postgres.new
    @redis = RedisServer.new
    @env = { "CABLECHAT_DATABASE_URL" => @postgres.url, "CABLECHAT_REDIS_URL" => @redis.url }.merge(env)
    @servers = Array.new(size) { RunningServer.new(env: @env, data: @data, token: token) }
    @balancer = Balancer.new { @servers.filter_map(&:port) }
  end

  def start
    @postgres.start
    @redis.start
    # The first one alone: it migrates.
    @servers.first.start
    start_servers
  end

  def start_servers = @servers.reject(&:running?).map { |server| Thread.new { server.start } }.each(&:join)
  def stop_servers(signal) = @servers.each { |server| server.stop(signal) }

  def origin = "http://127.0.0.1:#{@balancer.port}"
  def base = "#{origin}/cablechat"
  def cable = "ws://127.0.0.1:#{@balancer.port}/cable"

  def discard
    @servers.each(&:discard)
    [@balancer].each(&:close)
    [@redis, @postgres].each(&:discard)
    FileUtils.rm_rf(@data)
  end
end
