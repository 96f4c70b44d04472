# frozen_string_literal: true

require "fileutils"
require "pathname"
require "securerandom"

# Where this application keeps everything: CABLECHAT_DATA, as the embedded server does.
module DataFolder
  def self.path
    @path ||= Pathname.new(File.expand_path(ENV["CABLECHAT_DATA"].presence || default)).tap { |path| FileUtils.mkdir_p(path, mode: 0o700) }
  end

  # Made at the first start, and kept with the data; two processes that start at once agree on one.
  def self.secret(name)
    file = path.join(name)
    fresh = path.join("#{name}.#{Process.pid}")
    fresh.write(SecureRandom.hex(64), perm: 0o600)
    begin
      File.link(fresh, file)
    rescue Errno::EEXIST
      # The named case: it is there, from an earlier start or from the other process.
    ensure
      fresh.delete
    end
    file.read
  end

  def self.default = File.expand_path("../../../tmp/#{ENV.fetch("RAILS_ENV", "development")}", __dir__)
  private_class_method :default
end
