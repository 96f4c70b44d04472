# frozen_string_literal: true

require "delegate"

module Cablechat
  # Takes the secrets out of what Action Cable writes about identifiers and commands, and what is said out of the chat's frames.
  class RedactedLogger < SimpleDelegator
    # As JSON, and as JSON within JSON or within `inspect`, where each quote has backslashes before it.
    SECRETS = /(\\*"(?:session|token|hash)\\*"\s*(?::|=>)\s*\\*")[^"\\]+/

    # The beginning of each frame, at debug: as it is broadcast, and as a channel transmits it.
    FRAMES = /(Broadcasting to cablechat:\S+: |Cablechat::\w+ transmitting )\{.*/m

    %i[debug info warn error fatal unknown].each do |severity|
      define_method(severity) do |message = nil, &block|
        text = block ? block.call : message
        __getobj__.public_send(severity, text.is_a?(String) ? redact(text) : text)
      end
    end

    private

    def redact(text) = text.gsub(SECRETS, '\1[FILTERED]').gsub(FRAMES, '\1[FILTERED]')
  end
end
