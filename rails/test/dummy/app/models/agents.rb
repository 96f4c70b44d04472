# frozen_string_literal: true

# The staff of this application.
module Agents
  ANA = Cablechat::Author.new(type: "agent", id: "1", name: ENV.fetch("CABLECHAT_AGENT_NAME", "Ana")).freeze
end
