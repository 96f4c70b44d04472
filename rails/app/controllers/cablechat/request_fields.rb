# frozen_string_literal: true

module Cablechat
  # Fields of a request, checked one by one: what is not named here is not read, so nothing can be assigned in passing.
  module RequestFields
    UUID = /\A\h{8}-\h{4}-\h{4}-\h{4}-\h{12}\z/

    private

    # The JSON object of the body, and nothing from the query or the path.
    def body_fields
      request.request_parameters.with_indifferent_access
    end

    def text_field(name, max:, blank: false)
      value = body_fields[name]
      refuse(name, "is missing") if value.nil? && !blank
      return if value.nil?
      refuse(name, "must be text") unless value.is_a?(String) && value.valid_encoding?
      refuse(name, "is longer than #{max} characters") if value.length > max
      refuse(name, "is empty") if !blank && !value.match?(/[^[:space:]]/)
      value.tr("\0", "\uFFFD")
    end

    def object_field(name)
      value = body_fields[name]
      refuse(name, "must be an object") unless value.nil? || value.is_a?(Hash)
      value
    end

    # Ids are strings or numbers; both work.
    def id_field(name)
      value = body_fields[name]
      refuse(name, "must be an id") unless (value.is_a?(String) && !value.empty?) || value.is_a?(Integer)
      value.to_s
    end

    def client_id_field
      value = body_fields[:client_id]
      refuse(:client_id, "must be a UUID") unless value.is_a?(String) && UUID.match?(value)
      value.downcase
    end

    # A whole number from the query; nil where there is none.
    def integer_param(name, min: 0)
      text = request.query_parameters[name].to_s
      return if text.empty?
      refuse(name, "must be a whole number, at least #{min}") unless text.match?(/\A\d{1,15}\z/) && text.to_i >= min
      text.to_i
    end

    def text_param(name) = request.query_parameters[name].to_s.scrub("").delete("\0").strip.presence

    # More than the most is given the most.
    def limit_param = [integer_param(:limit, min: 1) || Conversation::Pages::LIMIT, Conversation::Pages::LIMIT].min

    def refuse(name, complaint) = raise(Problem.invalid_field(name, complaint))
  end
end
