# frozen_string_literal: true

require "test_helper"

class OversizedTest < ActionDispatch::IntegrationTest
  include ApiClient

  setup { @secret = new_secret }

  test "sends a body beyond the limit, in code points" do
    post_message(@secret, "👍" * 10_000)
    assert_response :created
    post_message(@secret, "👍" * 10_001)
    assert_problem :invalid
    assert_equal ["body"], answer["errors"].keys
  end

  test "sends megabytes of JSON: refused before they are read" do
    call(:post, "/webchats/demo/messages", secret: @secret, body: { client_id: uuid, body: "x" * 300_000 })
    assert_problem :payload_too_large
  end

  test "sends JSON nested without end, or no JSON, or broken text" do
    ["[" * 50_000, "{", "\xFF\xFE", "{\"body\":\"\xC3\x28\"}", "nul"].each do |raw|
      post "/cablechat/webchats/demo/messages", params: raw, headers: { "Content-Type" => "application/json", "Authorization" => "Bearer #{@secret}" }
      assert_includes [400, 422], response.status, raw.first(20)
      assert_equal "application/problem+json", response.media_type
    end
  end

  test "sends fields of other types than they have" do
    [{ body: ["x"] }, { body: { "a" => 1 } }, { body: 5 }, { attachments: "x" }, { attachments: [{}] }, { reply_to: "x" }, { reply_to: { message: [], value: 1 } },
     { page: "x" }, { client_id: 5 }, { client_id: "x" }].each do |fields|
      call(:post, "/webchats/demo/messages", secret: @secret, body: { client_id: uuid, body: "x" }.merge(fields))
      assert_problem :invalid
    end
  end

  test "attaches more than ten files, or one twice" do
    [Array.new(11) { uuid }, ["a", "a"]].each do |ids|
      post_message(@secret, "x", attachments: ids)
      assert_problem :invalid
    end
  end

  test "uploads more than the limit" do
    with_webchat(upload_max_bytes: 1_000) do
      upload(@secret, "%PDF-" + "x" * 1_100, name: "a.pdf", type: "application/pdf")
      assert_problem :payload_too_large
    end
  end

  test "uploads more than the limit of a webchat that is in the table alone, which is neither that of others nor a built-in one" do
    { "small" => 300.kilobytes, "large" => 12.megabytes }.each { |id, most| Cablechat::Webchat.create!(public_id: id, name: id, upload_max_bytes: most) }
    pdf = "%PDF-#{"x" * 11.megabytes}"
    upload(new_secret, pdf, name: "a.pdf", type: "application/pdf", webchat: "large")
    assert_response :created
    %w[small demo nobody].each do |id|
      upload(new_secret, pdf, name: "a.pdf", type: "application/pdf", webchat: id)
      assert_problem :payload_too_large
    end
  end

  test "gives a page's address, a name and attributes beyond every limit" do
    post_message(@secret, "x", page: { url: "https://x.example/#{"y" * 5_000}", title: "t" * 5_000, referrer: nil })
    assert_response :created
    assert_equal 2_000, Cablechat::Conversation.sole.visitor_page["url"].length
    hash = webchat.identity_hash("42")
    [{ name: "n" * 256 }, { email: "e" * 321 }, { attributes: (1..51).to_h { |n| ["a#{n}", n] } }, { attributes: { a: "x" * 1_001 } }, { attributes: { a: {} } }].each do |fields|
      call(:put, "/webchats/demo/identity", secret: @secret, body: { identifier: "42", hash: hash }.merge(fields))
      assert_problem :invalid
    end
  end

  test "sends too often: 429, with the time to wait" do
    with_fresh_limits do
      statuses = Array.new(4) { post_message(@secret); response.status }
      assert_equal [201, 201, 201, 429], statuses
      assert_problem :too_many_requests
      assert_includes 1..60, response.headers["Retry-After"].to_i
    end
  end

  test "asks for pages of millions of rows" do
    post_message(@secret)
    call(:get, "/webchats/demo/messages?limit=10000000", secret: @secret)
    assert_response :ok
    call(:get, "/webchats/demo/messages?limit=-1", secret: @secret)
    assert_problem :invalid
  end

  private

  # Limits are read as the class is loaded.
  def with_fresh_limits
    store = ActiveSupport::Cache::MemoryStore.new
    counting = Object.new.tap { |c| c.define_singleton_method(:increment) { |key, by, **options| store.increment(key, by, **options) + (key.include?("sends") ? 999_997 : 0) } }
    with_config(rate_limit_store: counting) { yield }
  end
end
