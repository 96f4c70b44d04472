# frozen_string_literal: true

require "delegate"

module Cablechat
  # Takes the secrets out of what Action Cable writes about identifiers and commands.
  class RedactedLogger < SimpleDelegator
    # As JSON, and as JSON within JSON or within `inspect`, where each quote has backslashes before it.
    SECRETS = /(\\*"(?:session|token|hash)\\*"\s*(?::|=>)\s*\\*")[^"\\]+/

    %i[debug info warn error fatal unknown].each do |severity|
      define_method(severity) do |message = nil, &block|
        text = block ? block.call : message
        __getobj__.public_send(severity, text.is_a?(String) ? text.gsub(SECRETS, '\1[FILTERED]') : text)
      end
    end
  end
end
