# frozen_string_literal: true

module Cablechat
  # Width and height of a PNG, GIF, JPEG or WebP, out of its first bytes; so that a list need not jump when it loads.
  module Upload::ImageSize
    # A JPEG's size stands behind its metadata.
    READ_BYTES = 256 * 1024
    JPEG_SIZES = [*0xC0..0xC3, *0xC5..0xC7, *0xC9..0xCB, *0xCD..0xCF].freeze

    # @return [width, height], or nil where they are not to be found
    def self.of(io)
      io.rewind
      bytes = io.read(READ_BYTES).to_s.b
      io.rewind
      size = case bytes
      when /\A\x89PNG\r\n\x1A\n/n then bytes.unpack("@16NN")
      when /\AGIF8[79]a/n then bytes.unpack("@6vv")
      when /\A\xFF\xD8/n then jpeg(bytes)
      when /\ARIFF....WEBP/mn then webp(bytes)
      end
      size if size&.all? { |side| side&.between?(1, 100_000) }
    rescue ArgumentError
      # The named case: the file ends before its size does (`unpack` beyond the end).
      nil
    end

    def self.jpeg(bytes)
      at = 2
      while (marker, length = bytes.byteslice(at, 4)&.unpack("nn")) && length
        return bytes.unpack("@#{at + 5}nn").reverse if JPEG_SIZES.include?(marker & 0xFF)
        return if marker < 0xFF00 || length < 2

        at += 2 + length
      end
    end

    def self.webp(bytes)
      case bytes.byteslice(12, 4)
      when "VP8 " then bytes.unpack("@26vv").map { |side| side && side & 0x3FFF }
      when "VP8L" then (bits = bytes.unpack1("@21V")) && [(bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1]
      when "VP8X" then bytes.unpack("@24CCCCCC").then { |a, b, c, d, e, f| f && [1 + a + (b << 8) + (c << 16), 1 + d + (e << 8) + (f << 16)] }
      end
    end
    private_class_method :jpeg, :webp
  end
end
