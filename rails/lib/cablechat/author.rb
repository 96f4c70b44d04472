# frozen_string_literal: true

module Cablechat
  # Who wrote a message: a visitor, an agent, a bot, or the system.
  Author = Struct.new(:type, :id, :name, :avatar_url, keyword_init: true) do
    # Takes an Author, a Hash, a String (the name), or any object with `name` and `id`.
    # @raise ArgumentError where none of these was given
    def self.wrap(source, type: "agent")
      case source
      when Author then source
      when Hash then new(type: type, **source.symbolize_keys.slice(:type, :id, :name, :avatar_url))
      when String then new(type: type, name: source)
      else from_object(source, type)
      end
    end

    def self.from_object(source, type)
      raise ArgumentError, "An author has a name; #{source.class} has none." unless source.respond_to?(:name)

      new(type: type, id: source.try(:id)&.to_s, name: source.name, avatar_url: source.try(:avatar_url))
    end
    private_class_method :from_object

    def self.bot(name) = new(type: "bot", id: "bot-#{name.to_s.parameterize}", name: name)
    def self.system = new(type: "system")

    # As the protocol shows it.
    def to_protocol = { type: type, id: id, name: name, avatar_url: avatar_url }

    def columns
      { author_type: type, author_id: id&.to_s, author_name: name, author_avatar_url: avatar_url }
    end
  end
end
