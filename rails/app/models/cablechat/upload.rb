# frozen_string_literal: true

module Cablechat
  # A file a visitor has sent. Its type is what its bytes say, never what the sender says, and it is fetched through
  # the engine alone: Active Storage's own addresses are given to nobody.
  class Upload < ApplicationRecord
    # Pages and pictures that run scripts: refused even where a webchat's settings would take them.
    DANGEROUS = %w[text/html application/xhtml+xml image/svg+xml text/xml application/xml text/javascript application/javascript].freeze
    # What a browser may show by itself; the rest it saves.
    INLINE = %w[image/png image/jpeg image/gif image/webp].freeze
    MAX_NAME = 255

    belongs_to :webchat
    belongs_to :session, optional: true
    belongs_to :message, optional: true
    has_one_attached :file

    attribute :token, default: -> { SecureRandom.urlsafe_base64(24) }

    # Whether the application has a place for files.
    def self.possible? = Rails.application.config.active_storage.service.present?

    # @param io rewindable; @param name as the sender has it
    # @raise Problem payload_too_large, unsupported_media_type
    def self.receive(session, io:, name:)
      webchat = session.webchat
      raise Problem.new(:payload_too_large, "A file may have #{webchat.upload_max_bytes} bytes.") if io.size > webchat.upload_max_bytes

      type = ContentType.of(io, name)
      if DANGEROUS.include?(type) || !webchat.upload_accept.include?(type)
        raise Problem.new(:unsupported_media_type, "Files of type #{type} are not accepted here.")
      end
      store(session, io: io, name: safe_name(name), content_type: type)
    end

    # Those of the session that no message has yet, in the order asked for.
    # @raise Problem invalid where one is not there, or not free
    def self.free_of(session, tokens)
      free = where(session_id: session.id, message_id: nil, token: tokens).index_by(&:token)
      tokens.each_with_index.map do |token, index|
        free.delete(token.to_s) or
          raise Problem.invalid_field("attachments.#{index}", "is no upload of yours that is still free; upload it again")
      end
    end

    def self.store(session, io:, name:, content_type:)
      width, height = ImageSize.of(io) if INLINE.include?(content_type)
      upload = new(webchat: session.webchat, session: session, name: name, content_type: content_type, byte_size: io.size, width: width, height: height)
      io.rewind
      # Identified already, by its bytes; and nobody needs it analyzed.
      upload.file.attach(io: io, filename: name, content_type: content_type, identify: false, metadata: { identified: true, analyzed: true })
      serialized { upload.save! }
      upload
    end

    def self.safe_name(name)
      File.basename(name.to_s.scrub("").tr("\\", "/")).gsub(/[\p{Cc}\p{Cf}]/, "").strip.first(MAX_NAME).presence || "file"
    end
    private_class_method :store, :safe_name

    def inline? = INLINE.include?(content_type)

    def to_protocol
      { id: token, name: name, content_type: content_type, size: byte_size, url: "#{Current.base_url}/uploads/#{token}", width: width, height: height }
    end
  end
end
