# frozen_string_literal: true

module Cablechat
  class UploadsController < VisitorController
    limit_requests to: 60, within: 1.minute, name: "uploads", only: :create, by: -> { Session.digest(session_secret.to_s) }
    # Whoever knows the address may fetch the file: an image's request carries neither session nor allowed origin.
    skip_before_action :refuse_foreign_origins, only: :show

    def create
      raise Problem.new(:unsupported_media_type, "This webchat takes no files.") unless webchat.feature?(:uploads) && Upload.possible?

      file = request.request_parameters[:file]
      refuse(:file, "is missing: send multipart/form-data with a field \"file\"") unless file.is_a?(ActionDispatch::Http::UploadedFile)
      upload = Upload.receive(Session.of!(webchat, session_secret), io: file.tempfile, name: file.original_filename)
      render json: upload.to_protocol, status: :created
    end

    # Nothing but plain pictures is shown in place, and nothing at all runs: not on the application's own origin.
    def show
      upload = Upload.find_by(token: params[:token].to_s) || raise(Problem.not_found("upload"))
      harden
      send_data upload.file.download, type: upload.content_type, filename: upload.name,
        disposition: upload.inline? ? "inline" : "attachment"
    end

    private

    def accepted_type = "multipart/form-data"

    def harden
      response.set_header("X-Content-Type-Options", "nosniff")
      response.set_header("Content-Security-Policy", "default-src 'none'; sandbox")
      response.set_header("Cross-Origin-Resource-Policy", "cross-origin")
      response.set_header("Cache-Control", "private, max-age=31536000, immutable")
    end
  end
end
