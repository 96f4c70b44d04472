# frozen_string_literal: true

require "test_helper"

# Every example that protocol/ has of a request, given to the engine itself.
class ProtocolRequestsTest < ActionDispatch::IntegrationTest
  include ApiClient

  # Which calls read a kind of body; :m and :c stand for a message of the conversation and for the conversation.
  CALLS = {
    "send-request" => [[:post, "/webchats/demo/messages"], [:post, "/agent/conversations/:c/messages"]],
    "seen-request" => [[:put, "/webchats/demo/seen"], [:put, "/agent/conversations/:c/seen"]],
    "identity-request" => [[:put, "/webchats/demo/identity"]],
    "rating-request" => [[:put, "/webchats/demo/conversation/rating"]],
    "transcript-request" => [[:post, "/webchats/demo/conversation/transcript"]],
    "edit-request" => [[:patch, "/agent/conversations/:c/messages/:m"]],
    "assignee-request" => [[:put, "/agent/conversations/:c/assignee"]]
  }.freeze

  test "every kind of request is given to some call" do
    assert_equal Protocol.kinds.grep(/-request\z/).sort, CALLS.keys.sort
  end

  CALLS.each do |kind, calls|
    calls.product(Protocol.fixtures(kind)).each do |(verb, path), fixture|
      name, valid, field, value = fixture.values_at("name", "valid", "field", "value")
      # Agents send no files, and nobody asks which page they are on.
      next if path.start_with?("/agent") && (field == "page" || (valid && value["attachments"].present?))

      test "#{verb} #{path} #{valid ? "takes" : "refuses"}: #{name}" do
        give verb, path, value
        next assert_includes 200..202, response.status, response.body.first(500) if valid

        assert_problem :invalid
        assert_empty Protocol::Schema.faults("problem", answer)
        assert_equal [field], answer["errors"].keys.map { |each| each.split(".").first }.uniq if field
      end
    end
  end

  private

  def give(verb, path, value)
    Rails.cache.clear
    secret = new_secret
    conversation = session_with(secret: secret).current_conversation
    message = conversation.reply("Yes or no?", author: Agents::ANA)
    body = JSON.generate(value.is_a?(Hash) ? here(value, message, secret) : value)
    headers = { "Content-Type" => "application/json", **(path.start_with?("/agent") ? ApiClient::AGENT : {}) }
    call(verb, path.sub(":c", conversation.id.to_s).sub(":m", message.id.to_s),
      secret: (secret unless path.start_with?("/agent")), body: body, headers: headers, raw: true)
  end

  # The examples' ids are of another database, and their hash of another secret.
  def here(value, message, secret)
    value = value.deep_dup
    value["up_to"] = id_like(value["up_to"], message) if [812, "812"].include?(value["up_to"])
    value["reply_to"]["message"] = id_like(value["reply_to"]["message"], message) if value["reply_to"]
    value["attachments"] = [upload(secret, PNG, name: "a.png", type: "image/png")["id"]] if value["attachments"]&.one?
    value["hash"] = webchat.identity_hash(value["identifier"]) if value["hash"]
    value
  end

  def id_like(example, message) = example.is_a?(Integer) ? message.id : message.id.to_s
end
