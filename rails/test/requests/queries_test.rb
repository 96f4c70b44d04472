# frozen_string_literal: true

require "test_helper"

# How much of the database a message costs: begin and commit counted, and what is read to tell every reader of it.
class QueriesTest < ActionDispatch::IntegrationTest
  include ApiClient

  # MySQL looks for a row before it locks it.
  MOST = { visitor: { "sqlite" => 12, "postgresql" => 11, "trilogy" => 13 }, agent: { "sqlite" => 10, "postgresql" => 9, "trilogy" => 9 } }.freeze

  setup do
    @secret = new_secret
    2.times { post_message(@secret) }
    @conversation = Cablechat::Conversation.sole
    # The first of each kind asks the database for its columns, too.
    as_agent(:post, "/conversations/#{@conversation.id}/messages", body: { client_id: uuid, body: "Hi" })
  end

  test "a visitor's message costs a dozen queries, and no more when there are many messages" do
    assert_queries_at_most(:visitor) { post_message(@secret) }
    30.times { post_message(@secret) }
    assert_queries_at_most(:visitor) { post_message(@secret) }
  end

  test "an agent's message costs ten queries" do
    assert_queries_at_most(:agent) { as_agent(:post, "/conversations/#{@conversation.id}/messages", body: { client_id: uuid, body: "Hi" }) }
  end

  private

  def assert_queries_at_most(kind, &block)
    queries = queries_of(&block)
    assert_response :created
    most = MOST.fetch(kind).fetch(ActiveRecord::Base.connection.adapter_name.downcase)
    assert_operator queries.size, :<=, most, queries.join("\n")
  end

  def queries_of
    queries = []
    subscriber = ActiveSupport::Notifications.subscribe("sql.active_record") { |*, payload| queries << payload[:sql] unless payload[:name] == "SCHEMA" }
    yield
    queries
  ensure
    ActiveSupport::Notifications.unsubscribe(subscriber)
  end
end
