# frozen_string_literal: true

# What the tests need of the system: installed where nobody has to be asked (a Debian-like system, as root), else named.
module Packages
  # What the gems with C in them are built with.
  HEADERS = %w[build-essential ruby-dev libpq-dev libsqlite3-dev libyaml-dev pkg-config].freeze

  module_function

  def installable? = File.executable?("/usr/bin/apt-get") && Process.uid.zero?

  # @return whether apt-get says that they are there now; what it prints goes to the error stream
  def install(*names)
    return false unless installable?

    warn "Installing #{names.join(" ")}: #{command(*names)}"
    apt("update") && apt("install", "-y", "--no-install-recommends", *names)
  end

  # What a person would type.
  def command(*names)
    plain = "apt-get update && apt-get install -y #{names.join(" ")}"
    Process.uid.zero? ? plain : %(sudo sh -c "#{plain}")
  end

  def apt(*arguments)
    system({ "DEBIAN_FRONTEND" => "noninteractive" }, "apt-get", "-qq", *arguments, out: :err, in: File::NULL)
  end
  private_class_method :apt
end
