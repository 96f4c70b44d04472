# frozen_string_literal: true

require_relative "service"

# MariaDB, which stands for MySQL: Debian has no other.
class Maria < Service
  def self.binary = find("mariadbd", "mysqld", "/usr/sbin/mariadbd")
  def self.package = "mariadb-server"

  def url(name = "cablechat") = "trilogy://cablechat@127.0.0.1:#{port}/#{name}"

  def start
    data = File.join(folder, "data")
    unless File.exist?(data)
      run(self.class.find("mariadb-install-db", "mysql_install_db"), "--no-defaults", "--datadir=#{data}", "--auth-root-authentication-method=normal", "--skip-test-db")
    end
    init = File.join(folder, "init.sql")
    File.write(init, "CREATE DATABASE IF NOT EXISTS cablechat CHARACTER SET utf8mb4;\nCREATE USER IF NOT EXISTS cablechat@'127.0.0.1';\nGRANT ALL ON *.* TO cablechat@'127.0.0.1';\n")
    File.chmod(0o644, init)
    spawn(self.class.binary, "--no-defaults", "--datadir=#{data}", "--port=#{port}", "--bind-address=127.0.0.1", "--socket=#{File.join(folder, "s")}",
      "--pid-file=#{File.join(folder, "pid")}", "--init-file=#{init}", "--skip-name-resolve", "--innodb-flush-log-at-trx-commit=0", "--max-connections=300")
    wait { connect }
    self
  end

  private

  def connect
    require "trilogy"
    Trilogy.new(host: "127.0.0.1", port: port, username: "cablechat", database: "cablechat").close
    true
  rescue Trilogy::Error, SystemCallError
    # The named case: it has not begun to listen, or is still making the user.
    false
  end
end
