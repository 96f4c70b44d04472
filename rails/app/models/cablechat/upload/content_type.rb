# frozen_string_literal: true

require "marcel"

module Cablechat
  # The type of a file by its bytes. The name is asked only where the bytes cannot tell (plain text has no signature),
  # and is not believed where they should have told: a picture without a picture's signature is none.
  module Upload::ContentType
    UNKNOWN = "application/octet-stream"
    WITHOUT_SIGNATURE = %w[text/plain text/csv text/markdown].freeze
    MARKUP = /<\s*(!doctype|html|head|body|script|svg|iframe|\?xml|img|style|link|meta|object|embed)\b/i

    def self.of(io, name)
      io.rewind
      start = io.read(8_192).to_s
      io.rewind
      by_bytes = Marcel::MimeType.for(io)
      io.rewind
      return by_bytes unless by_bytes == UNKNOWN || by_bytes.start_with?("text/plain")
      return "text/html" if MARKUP.match?(start.dup.force_encoding(Encoding::BINARY))

      by_name = Marcel::MimeType.for(name: name.to_s)
      WITHOUT_SIGNATURE.include?(by_name) && text?(start) ? by_name : UNKNOWN
    end

    # A cut character at the end is no reason to doubt.
    def self.text?(bytes) = !bytes.include?("\0") && bytes.dup.force_encoding(Encoding::UTF_8).scrub("").bytesize > bytes.bytesize - 4
    private_class_method :text?
  end
end
