# frozen_string_literal: true

# What every Gemfile of the gem's own tests shares. The registry is the machine's; none is named here.
source Gem.sources.first.uri.to_s
# Asking for it has loaded RubyGems' YAML, whose dependencies Bundler is about to settle; else each start warns of them.
Gem::Specification.unresolved_deps.clear

gemspec path: File.expand_path("..", __dir__)

gem "bootsnap", require: false # the test application is started more than a hundred times
gem "ferrum" # drives the Chromium that is there; downloads none
gem "minitest", "~> 5.25"
gem "nokogiri", "< 1.17" if RUBY_VERSION < "3.2" # the last with binaries that Ruby 3.1's own RubyGems installs
gem "pg"
gem "propshaft"
gem "puma", "~> 6.6"
gem "redis"
gem "sqlite3", "~> 1.7" # the newest that Rails 7.1 takes
gem "trilogy"
gem "websocket-driver"
