# frozen_string_literal: true

Cablechat.configure do |config|
  config.base_controller_class = "AdminController"
  config.current_agent = ->(_controller) { Agents::ANA }
  # A token given at the start, as the embedded server takes one.
  config.authenticate_agent = lambda do |token|
    expected = ENV.fetch("CABLECHAT_AGENT_TOKEN", "")
    Agents::ANA if expected.present? && ActiveSupport::SecurityUtils.secure_compare(token, expected)
  end
  config.sends_per_minute = Integer(ENV.fetch("CABLECHAT_SENDS_PER_MINUTE", "300"))
  config.requests_per_minute = Integer(ENV.fetch("CABLECHAT_REQUESTS_PER_MINUTE", "6000"))
  config.reply_lease = Float(ENV.fetch("CABLECHAT_REPLY_LEASE", "5")).seconds
  config.cable = :application if ENV["CABLECHAT_ANYCABLE"].present?
  config.cable_url = ENV["CABLECHAT_CABLE_URL"].presence
  config.mailer_from = "chat@example.com"

  config.webchat :demo do |webchat|
    webchat.name = ENV.fetch("CABLECHAT_NAME", "Cablechat demo")
    webchat.greeting = ENV.fetch("CABLECHAT_GREETING", "Hi! Ask us anything. A person answers, and nothing you write gets lost.")
    # Any port of this machine itself, as the embedded server does without CABLECHAT_ORIGINS.
    webchat.origins = ENV["CABLECHAT_ORIGINS"].present? ? ENV["CABLECHAT_ORIGINS"].split(",").map(&:strip) : [Cablechat::LOOPBACK]
    webchat.identity_secret = ENV["CABLECHAT_IDENTITY_SECRET"].presence
    webchat.upload_max_bytes = Integer(ENV.fetch("CABLECHAT_UPLOAD_MAX_BYTES", (10 * 1024 * 1024).to_s))
    # By the embedded server's name for it, or by its class.
    webchat.responder = { "commands" => "CommandResponder" }.fetch(ENV["CABLECHAT_RESPONDER"].to_s, ENV["CABLECHAT_RESPONDER"].presence)
  end
end
