# frozen_string_literal: true

require "test_helper"

class ForeignPagesTest < ActionDispatch::IntegrationTest
  include ApiClient

  EVIL = { "Origin" => "https://evil.example" }.freeze

  test "a page of another site calls every address: refused, and nothing is written" do
    secret = new_secret
    [[:get, "/webchats/demo"], [:post, "/webchats/demo/messages"], [:post, "/webchats/demo/uploads"], [:put, "/webchats/demo/identity"],
     [:get, "/agent/conversations"]].each do |verb, path|
      call(verb, path, secret: secret, headers: EVIL, body: verb == :get ? nil : { client_id: uuid, body: "x" })
      assert_problem :origin_not_allowed
      assert_equal %w[type title status detail code], answer.keys, "the refusal can be read, and holds nothing else"
    end
    options "/cablechat/webchats/demo/messages", headers: EVIL.merge("Access-Control-Request-Method" => "POST")
    assert_problem :origin_not_allowed
    assert_nil response.headers["Access-Control-Allow-Origin"]
    assert_equal 0, Cablechat::Session.count
  end

  test "an origin that only looks like an allowed one is refused" do
    with_webchat(origins: ["https://www.example.com", /\Ahttps:\/\/[a-z]+\.shop\.example\z/]) do
      bad = %w[https://www.example.com.evil.example https://evil.example/https://www.example.com http://www.example.com https://www.example.com:444
               https://wwwxexample.com https://a.shop.example.evil.example null] << "https://a.shop.example\nhttps://evil.example"
      bad.each { |origin| refute webchat.allows?(origin), origin }
      ["https://www.example.com", "https://a.shop.example"].each { |origin| assert webchat.allows?(origin), origin }
    end
  end

  test "an allowed page is let in, without credentials, and by name" do
    with_webchat(origins: ["https://www.example.com"]) do
      call(:get, "/webchats/demo", headers: { "Origin" => "https://www.example.com" })
      assert_response :ok
      assert_equal ["https://www.example.com", nil], response.headers.values_at("Access-Control-Allow-Origin", "Access-Control-Allow-Credentials")
      assert_includes response.headers["Vary"], "Origin"
    end
  end

  test "a form of a foreign page posts what is no JSON" do
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"].each do |type|
      post "/cablechat/webchats/demo/messages", params: { client_id: uuid, body: "x" }.to_json, headers: { "Content-Type" => type, "Authorization" => "Bearer #{new_secret}" }
      assert_includes [400, 415], response.status
      assert_equal 0, Cablechat::Message.count
    end
  end

  test "a foreign page rides on the agent's cookies: there are none" do
    get "/cablechat/desk", headers: { "Authorization" => ActionController::HttpAuthentication::Basic.encode_credentials("agent", "test-agent-token") }
    assert_response :ok
    assert_nil response.headers["Set-Cookie"]
    get "/cablechat/agent/conversations"
    assert_problem :invalid_token
  end

  test "a foreign page frames the desk" do
    get "/cablechat/desk", headers: { "Authorization" => ActionController::HttpAuthentication::Basic.encode_credentials("agent", "test-agent-token") }
    assert_equal "DENY", response.headers["X-Frame-Options"]
  end

  test "somebody who is no agent opens the desk" do
    get "/cablechat/desk"
    assert_response :unauthorized
    refute_includes response.body, "token="
  end
end
