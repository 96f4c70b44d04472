# frozen_string_literal: true

ENV["BUNDLE_GEMFILE"] ||= File.expand_path("../../../Gemfile", __dir__)
require "bundler/setup"

# What Ruby has compiled is kept from one start to the next, which then takes half the time.
ENV["BOOTSNAP_CACHE_DIR"] ||= File.expand_path("../../../tmp", __dir__)
require "bootsnap/setup"
