# frozen_string_literal: true

module Cablechat
  class Agent::MessagesController < Agent::AgentController
    include MessageFields

    def index = message_page(conversation)

    # 201 the first time; 200 with the same message for the same client_id ever after.
    def create
      fields = message_fields
      refuse("attachments.0", "is no upload of yours that is still free; upload it again") if fields[:attachments].any?
      message = conversation.reply(fields[:body], author: agent.author, **fields.slice(:client_id, :reply_to))
      render json: message.to_protocol, status: message.previously_new_record? ? :created : :ok
    end

    def update
      body = text_field(:body, max: Message::MAX_CHARACTERS)
      render json: conversation.edit(own_message, body).to_protocol
    end

    def destroy
      render json: conversation.delete_message(own_message).to_protocol
    end

    private

    # A message the agent wrote. Somebody else's is as good as none.
    def own_message
      id = Conversation::Pages.row_id(params[:id])
      message = id && conversation.messages.find_by(id: id, author_type: "agent", author_id: agent.author.id)
      message || raise(Problem.not_found("message of yours"))
    end
  end
end
