# frozen_string_literal: true

module Cablechat
  # The visitor's side. Everything is found through the session, so another session's is as good as not there.
  class VisitorController < ApiController
    before_action :no_store

    private

    def webchat
      known_webchat or raise Problem.new(:unknown_webchat, "No webchat has the id given. Check data-webchat.")
    end

    def known_webchat
      @webchat ||= Webchat.resolve(params[:webchat_id] || params[:id])
    end

    # That there is no such webchat, every page may read: it is the site owner's slip of the pen.
    def foreign_origin_allowed?(origin) = known_webchat.nil? || known_webchat.allows?(origin)

    # The bearer secret, nil where none was sent. Never to be logged.
    def session_secret
      header = request.authorization
      header && (header[/\ABearer +(\S+) *\z/i, 1] || "")
    end

    # nil for one the server does not know.
    def visitor
      return @visitor if defined?(@visitor)

      @visitor = Session.of(webchat, session_secret)
    end

    # One that has written before; anybody else has nothing here.
    def known_visitor = visitor || raise(Problem.not_found("conversation"))

    def current_conversation = known_visitor.current_conversation || raise(Problem.not_found("conversation"))

    def owned_message(id)
      row_id = Conversation::Pages.row_id(id)
      message = row_id && Message.find_by(id: row_id, conversation: known_visitor.conversations)
      message || raise(Problem.not_found("message"))
    end

    def render_conversation(conversation, **options)
      render json: { conversation: conversation.to_protocol }, **options
    end

    def no_store
      response.set_header("Cache-Control", "no-store")
    end
  end
end
