# frozen_string_literal: true

module Demo
  # What the demo page and the browser tests ask of the embedded server beside the protocol. Only from this machine.
  class ControlsController < ActionController::API
    COLUMNS = %i[id client_id body author_type state].freeze

    before_action { head :forbidden unless request.local? }

    def config_json = render(json: { control: nil, webchat: "demo" })

    # What the table has, to be held against what the page shows.
    def messages
      rows = Cablechat::Conversation.find(params.require(:conversation)).messages.order(:created_at)
      render json: { messages: rows.pluck(*COLUMNS).map { |values| COLUMNS.zip(values).to_h.merge(id: values.first.to_s) } }
    end

    def say
      conversation = params[:conversation] ? Cablechat::Conversation.find(params[:conversation]) : Cablechat::Conversation.where(status: "open").latest_first.first!
      count = params.fetch(:count, 1).to_i.clamp(1, 1_000)
      ids = (1..count).map { |index| conversation.reply("Message #{index} of #{count}", author: Agents::ANA).id.to_s }
      render json: { conversation: conversation.id.to_s, ids: ids }, status: :created
    end

    def cut
      sockets = Cablechat::Cable.server.connections.dup.each { |connection| connection.send(:websocket).close }
      render json: { sockets: sockets.size }
    end
  end
end
