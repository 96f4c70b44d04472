# frozen_string_literal: true

# The contract, as protocol/ has it: its examples, and its schemas as far as they go.
module Protocol
  ROOT = File.expand_path("../../../protocol", __dir__)

  def self.kinds = read("fixtures/index.json").fetch("kinds").map { |entry| entry.fetch("kind") }

  # As {"name", "kind", "valid", "field", "value"}.
  def self.fixtures(kind) = read("fixtures/#{kind}.json")

  def self.read(path)
    @read ||= {}
    @read[path] ||= JSON.parse(File.read(File.join(ROOT, path)))
  end

  # What is wrong with a value by a schema of protocol/schema; empty where nothing is. A handful of keywords is all those
  # schemas use, so no library is needed; one that is not here raises, so that nothing is passed over.
  class Schema
    TYPES = {
      "object" => ->(value) { value.is_a?(Hash) }, "array" => ->(value) { value.is_a?(Array) }, "string" => ->(value) { value.is_a?(String) },
      "integer" => ->(value) { value.is_a?(Integer) }, "number" => ->(value) { value.is_a?(Numeric) },
      "boolean" => ->(value) { [true, false].include?(value) }, "null" => ->(value) { value.nil? }
    }.freeze
    # They say something about other keywords, or nothing.
    SILENT = %w[$schema $defs title description then else].freeze
    # Each counts only for a value of its type.
    COUNTED = {
      "minLength" => [String, ->(value, limit) { value.length >= limit }], "maxLength" => [String, ->(value, limit) { value.length <= limit }],
      "minItems" => [Array, ->(value, limit) { value.size >= limit }], "maxItems" => [Array, ->(value, limit) { value.size <= limit }],
      "uniqueItems" => [Array, ->(value, _) { value.uniq.size == value.size }], "maxProperties" => [Hash, ->(value, limit) { value.size <= limit }],
      "minimum" => [Numeric, ->(value, limit) { value >= limit }], "maximum" => [Numeric, ->(value, limit) { value <= limit }],
      # ECMAScript's ^, $ and \S: the whole text, and every script's spaces.
      "pattern" => [String, lambda { |value, source|
        value.match?(Regexp.new(source.sub(/\A\^/, "\\A").sub(/\$\z/, "\\z").gsub("\\S", "[^[:space:]]")))
      }]
    }.freeze

    def self.faults(kind, value) = new("#{kind}.json").faults(value)

    def initialize(file)
      @file = file
      @document = Protocol.read("schema/#{file}")
    end

    def faults(value, schema = @document, at = "$")
      schema.flat_map { |keyword, rule| SILENT.include?(keyword) ? [] : keyword_faults(keyword, rule, schema, value, at) }
    end

    private

    def keyword_faults(keyword, rule, schema, value, at)
      if COUNTED.key?(keyword)
        type, holds = COUNTED[keyword]
        return complain(!value.is_a?(type) || holds.call(value, rule), at, "#{keyword} #{rule}")
      end
      case keyword
      when "type" then complain(Array(rule).any? { |name| TYPES.fetch(name).call(value) }, at, "type #{rule}")
      when "const" then complain(value == rule, at, "const #{rule}")
      when "enum" then complain(rule.include?(value), at, "enum #{rule}")
      when "$ref" then referred(rule, value, at)
      when "not" then complain(faults(value, rule, at).any?, at, "not")
      when "allOf" then rule.flat_map { |each| faults(value, each, at) }
      when "anyOf" then complain(rule.any? { |each| faults(value, each, at).empty? }, at, "anyOf")
      when "oneOf" then complain(rule.one? { |each| faults(value, each, at).empty? }, at, "oneOf")
      when "if" then faults(value, schema[faults(value, rule, at).empty? ? "then" : "else"] || {}, at)
      when "items" then value.is_a?(Array) ? value.each_with_index.flat_map { |each, index| faults(each, rule, "#{at}[#{index}]") } : []
      when "required", "properties", "additionalProperties" then value.is_a?(Hash) ? field_faults(keyword, rule, schema, value, at) : []
      else raise ArgumentError, "#{@file}: #{keyword} is not among the keywords that are checked here."
      end
    end

    def field_faults(keyword, rule, schema, value, at)
      case keyword
      when "required" then (rule - value.keys).map { |name| "#{at}.#{name} is missing" }
      when "properties" then rule.slice(*value.keys).flat_map { |name, each| faults(value[name], each, "#{at}.#{name}") }
      else value.except(*schema.fetch("properties", {}).keys).flat_map { |name, each| faults(each, rule, "#{at}.#{name}") }
      end
    end

    def referred(reference, value, at)
      return faults(value, @document.dig(*reference.delete_prefix("#/").split("/")), at) if reference.start_with?("#/")

      self.class.new(reference).faults(value, Protocol.read("schema/#{reference}"), at)
    end

    def complain(holds, at, rule) = holds ? [] : ["#{at} breaks #{rule}"]
  end
end
