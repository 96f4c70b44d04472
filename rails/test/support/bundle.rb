# frozen_string_literal: true

require_relative "packages"

# The gems of the tests and of the test application: in RubyGems' own folder where that may be written, else in tmp/bundle.
module Bundle
  ROOT = File.expand_path("../..", __dir__)

  ENV["BUNDLE_SILENCE_ROOT_WARNING"] = "1"
  # nil is RubyGems' own.
  PATH = ENV.fetch("BUNDLE_PATH") { File.join(ROOT, "tmp/bundle") unless File.writable?(Gem.dir) }
  ENV["BUNDLE_PATH"] = PATH

  # Whether all gems of a Gemfile are there, by the end of it.
  def self.complete?(gemfile = "Gemfile")
    env = { "BUNDLE_GEMFILE" => File.join(ROOT, gemfile), "BUNDLE_PATH" => PATH }
    return true if system(env, "bundle", "check", out: File::NULL, err: File::NULL, chdir: ROOT)

    warn "Installing the gems of #{gemfile}, once."
    # It must not ask anybody for a password.
    install = -> { system(env, "bundle", "install", "--quiet", in: File::NULL, out: :err, chdir: ROOT) }
    install.call || (Packages.install(*Packages::HEADERS) && install.call) || false
  end

  # Whoever started this process has: Bundler, which then runs before anything else here, has found them all.
  def self.set_up? = $LOADED_FEATURES.any? { |feature| feature.end_with?("/bundler/setup.rb") }

  # @raise SystemExit with what to type, where gems are missing and cannot be had
  def self.complete!
    return if set_up? || complete?

    warn "The gems are not there and could not be installed (Bundler's own words are above)."
    abort "To have them: #{Packages.command(*Packages::HEADERS)}; then `bundle install` in #{ROOT}"
  end
end
