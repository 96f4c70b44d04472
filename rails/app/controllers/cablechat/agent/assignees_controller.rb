# frozen_string_literal: true

module Cablechat
  class Agent::AssigneesController < Agent::AgentController
    def update = render_conversation(conversation.assign(assignee))

    private

    def assignee
      refuse(:assignee, "is missing: an object with a name, or null") unless body_fields.key?(:assignee)
      assignee = object_field(:assignee) or return
      name, avatar_url = assignee.values_at(:name, :avatar_url)
      refuse(:assignee, "must have a name of 1 to 255 characters") unless name.is_a?(String) && name.length.between?(1, 255)
      url = avatar_url.nil? || (avatar_url.is_a?(String) && avatar_url.length <= 2_000 && avatar_url.match?(%r{\Ahttps?://}))
      refuse(:assignee, "must have an http(s) avatar_url or none") unless url
      { name: name, avatar_url: avatar_url }
    end
  end
end
