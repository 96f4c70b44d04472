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

  test "uploads more than the limit without saying how much: the bytes count" do
    with_webchat(upload_max_bytes: 1_000) do
      { 1_000 => 201, 1_001 => 413, 100_000 => 413 }.each do |size, status|
        upload_unmeasured("%PDF-".ljust(size, "x"))
        assert_equal status, response.status, response.body
      end
    end
  end

  test "sends megabytes of JSON without saying how much: refused all the same" do
    body = { client_id: uuid, body: "x", page: { title: "x" * 300_000 } }.to_json
    post_unmeasured("/webchats/demo/messages", body, "application/json")
    assert_problem :payload_too_large
    assert_equal 0, Cablechat::Message.count
  end

  # What is at its limit is taken; one more is refused, whatever it is.
  FIELDS = {
    "a rating's comment" => [->(n) { call(:put, "/webchats/demo/conversation/rating", secret: @secret, body: { score: 1, comment: "c" * n }) }, 2_000],
    "a transcript's address" => [->(n) { call(:post, "/webchats/demo/conversation/transcript", secret: @secret, body: { email: "@example.com".rjust(n, "e") }) }, 320],
    "an emoji" => [->(n) { call(:put, "/webchats/demo/messages/#{@message.id}/reactions/#{CGI.escape("👍".ljust(n, "\u{1F3FD}"))}", secret: @secret) }, 32],
    "an identifier" => [->(n) { identify_as("i" * n) }, 255],
    "a quick reply's value" => [->(n) { post_message(@secret, "x", reply_to: { message: @message.id.to_s, value: "v" * n }) }, 1_000],
    "an assignee's name" => [->(n) { assign(name: "n" * n) }, 255],
    "an assignee's picture" => [->(n) { assign(name: "Ana", avatar_url: "https://x.example/".ljust(n, "x")) }, 2_000],
    "an agent's message" => [->(n) { as_agent(:post, "/conversations/#{@message.conversation_id}/messages", body: { client_id: uuid, body: "b" * n }) }, 10_000],
    "an agent's edit" => [->(n) { as_agent(:patch, "/conversations/#{@message.conversation_id}/messages/#{@reply.id}", body: { body: "b" * n }) }, 10_000]
  }.freeze

  FIELDS.each do |what, (send_with, most)|
    test "makes #{what} longer than #{most} characters" do
      post_message(@secret)
      @message = Cablechat::Message.sole
      @reply = @message.conversation.reply("Hi", author: Agents::ANA)
      instance_exec(most, &send_with)
      assert_includes 200..202, response.status, response.body
      before = [@message, @message.conversation, @reply].map { |row| row.class.find(row.id).attributes }
      instance_exec(most + 1, &send_with)
      assert_problem :invalid
      assert_equal before, [@message, @message.conversation, @reply].map { |row| row.class.find(row.id).attributes }
    end
  end

  # Each limit by its name: what is done to reach it, and the answer while it is not reached.
  LIMITS = {
    "sends" => [1_000_000, 201, -> { post_message(@secret) }],
    "requests" => [1_000_000, 200, -> { call(:get, "/webchats/demo") }],
    "uploads" => [60, 201, -> { upload(@secret, "words", name: "a.txt", type: "text/plain") }],
    "identities" => [60, 200, -> { identify_as("42") }],
    "transcripts" => [5, 202, -> { call(:post, "/webchats/demo/conversation/transcript", secret: @secret, body: { email: "vera@example.com" }) }]
  }.freeze

  LIMITS.each do |name, (most, status, act)|
    test "does more #{name} than are allowed: 429, with the time to wait" do
      post_message(@secret)
      with_limit_nearly_reached(name, most - 1) do
        instance_exec(&act)
        assert_equal status, response.status, response.body
        instance_exec(&act)
        assert_problem :too_many_requests
        assert_operator response.headers["Retry-After"].to_i, :>, 0
      end
    end
  end

  test "does more than is allowed with a session: another one is not held up by it" do
    with_limit_nearly_reached("sends", 1_000_000, of: Cablechat::Session.digest(@secret)) do
      post_message(@secret)
      assert_problem :too_many_requests
      post_message(new_secret)
      assert_response :created
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

  def identify_as(identifier)
    call(:put, "/webchats/demo/identity", secret: @secret, body: { identifier: identifier, hash: webchat.identity_hash(identifier) })
  end

  def assign(**assignee) = as_agent(:put, "/conversations/#{@message.conversation_id}/assignee", body: { assignee: assignee })

  def upload_unmeasured(bytes)
    head = %(--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n)
    post_unmeasured("/webchats/demo/uploads", "#{head}#{bytes}\r\n--b--\r\n", "multipart/form-data; boundary=b")
  end

  # As it comes in chunks: nobody says how long it is.
  def post_unmeasured(path, body, type)
    post "/cablechat#{path}", headers: { "Content-Type" => type, "Authorization" => "Bearer #{@secret}" },
      env: { "rack.input" => StringIO.new(body), "CONTENT_LENGTH" => nil, "HTTP_TRANSFER_ENCODING" => "chunked" }
  end

  # As if so many had been counted. The limits themselves are read as a controller is loaded.
  # @param of who is counted; everybody where nobody is named
  def with_limit_nearly_reached(name, count, of: nil)
    store = ActiveSupport::Cache::MemoryStore.new
    counting = Object.new
    counting.define_singleton_method(:increment) do |key, by, **options|
      store.increment(key, by, **options) + (key.match?(/:#{name}:.*#{of}/) ? count : 0)
    end
    with_config(rate_limit_store: counting) { yield }
  end
end
