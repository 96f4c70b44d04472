# frozen_string_literal: true

require_relative "service"

class Postgres < Service
  def self.binary = find("postgres", "/usr/lib/postgresql/*/bin/postgres")
  def self.package = "postgresql"

  # @param name of a database, made where it is missing
  def url(name = "cablechat") = "postgresql://cablechat@127.0.0.1:#{port}/#{name}"

  def start
    bin = File.dirname(File.realpath(self.class.binary))
    data = File.join(folder, "data")
    unless File.exist?(data)
      run(File.join(bin, "initdb"), "--pgdata", data, "--username", "cablechat", "--auth", "trust", "--encoding", "UTF8", "--no-sync")
    end
    # Nothing of it need survive a power cut of the machine that runs the tests.
    settings = { listen_addresses: "127.0.0.1", port: port, unix_socket_directories: "", fsync: "off", max_connections: 300 }
    spawn(File.join(bin, "postgres"), "-D", data, *settings.flat_map { |name, value| ["-c", "#{name}=#{value}"] })
    wait { connect { true } }
    create("cablechat")
    self
  end

  def create(name)
    connect { |db| db.exec("CREATE DATABASE #{name}") if db.exec("SELECT 1 FROM pg_database WHERE datname = '#{name}'").ntuples.zero? }
  end

  private

  def connect
    require "pg"
    db = PG.connect(host: "127.0.0.1", port: port, user: "cablechat", dbname: "postgres")
    yield db
  rescue PG::ConnectionBad
    # The named case: it has not begun to listen.
    nil
  ensure
    db&.close
  end
end
