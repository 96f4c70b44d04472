# frozen_string_literal: true

# The name the embedded server has for it.
class AgentChannel < Cablechat::AgentChannel
end
