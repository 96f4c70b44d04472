# frozen_string_literal: true

require "etc"
require "fileutils"
require "socket"
require "tmpdir"
require_relative "../eventually"

# A server of the tests' own: a new folder, a free port on 127.0.0.1, gone with the process.
class Service
  # Servers that refuse to run as root get another user.
  UNPRIVILEGED = %w[postgres mysql redis nobody].freeze

  attr_reader :port, :folder

  def self.available? = !binary.nil?

  # The first of the names that is there.
  def self.find(*names)
    names.flat_map { |name| name.include?("/") ? Dir[name] : ENV["PATH"].split(":").map { |folder| File.join(folder, name) } }
      .select { |path| File.executable?(path) }.max
  end

  def self.start
    service = new
    service.start
    yield service
  ensure
    service&.discard
  end

  def initialize
    @folder = Dir.mktmpdir("cablechat-#{self.class.name.downcase}-")
    @port = TCPServer.open("127.0.0.1", 0) { |server| server.addr[1] }
    FileUtils.chown(user, user, @folder) if user
  end

  def stop(signal = "TERM")
    return unless @pid

    Process.kill(signal, @pid)
    Process.wait(@pid)
    @pid = nil
  end

  def discard
    stop("KILL") if @pid
    FileUtils.rm_rf(@folder)
  end

  private

  def user
    return unless Process.uid.zero?

    @user ||= UNPRIVILEGED.find { |name| Etc.getpwnam(name) rescue nil }
  end

  def as_user(*command)
    user ? ["setpriv", "--reuid=#{user}", "--regid=#{user}", "--clear-groups", *command] : command
  end

  def spawn(*command)
    @log = File.join(@folder, "server.log")
    @pid = Process.spawn(*as_user(*command), chdir: @folder, out: @log, err: @log)
  end

  def run(*command)
    log = File.join(Dir.tmpdir, "cablechat-setup-#{Process.pid}.log")
    system(*as_user(*command), out: log, err: log, chdir: @folder) or raise "#{command.join(" ")} failed:\n#{File.read(log)}"
  end

  def wait(seconds: 60, &ready)
    Eventually.wait("#{self.class.name} to listen", seconds: seconds, &ready)
  rescue Eventually::TimedOut => error
    raise "#{error.message} It said:\n#{File.read(@log)}"
  end
end
