# frozen_string_literal: true

require "test_helper"

class BootstrapTest < ActionDispatch::IntegrationTest
  include ApiClient

  test "a declared webchat is there without having been made" do
    call(:get, "/webchats/demo")
    assert_equal ["demo", "Cablechat demo"], answer["webchat"].values_at("id", "name")
    assert_equal 1, Cablechat::Webchat.count
  end

  test "what the initializer says of it takes effect at the next start" do
    webchat.update_columns(name: "Old", definition_digest: "old")
    assert_equal "Cablechat demo", Cablechat::Webchat.resolve("demo").name
  end

  test "an identity secret that was made stays when the settings change" do
    secret = webchat.identity_secret
    with_webchat(name: "New name") { assert_equal secret, Cablechat::Webchat.resolve("demo").identity_secret }
  end

  test "a webchat that is in the table alone works as well" do
    Cablechat::Webchat.create!(public_id: "tenant-7", name: "Tenant", origins: ["https://tenant.example"])
    call(:get, "/webchats/tenant-7", headers: { "Origin" => "https://tenant.example" })
    assert_response :ok
  end

  test "anonymous, it can be kept and asked for anew" do
    call(:get, "/webchats/demo")
    call(:get, "/webchats/demo", headers: { "If-None-Match" => response.headers["ETag"] })
    assert_response :not_modified
    assert_includes response.headers["Cache-Control"], "public"
  end

  test "with a session nobody may keep it" do
    secret = new_secret
    post_message(secret)
    call(:get, "/webchats/demo", secret: secret)
    assert_equal "no-store", response.headers["Cache-Control"]
  end

  test "the cable and files are named by public_url, where the application is behind another name" do
    with_config(public_url: "https://app.example.com/cablechat/") do
      assert_equal "wss://app.example.com/cablechat/cable", call(:get, "/webchats/demo").dig("cable", "url")
      upload(new_secret, PNG, name: "a.png", type: "image/png")
      assert_match %r{\Ahttps://app\.example\.com/cablechat/uploads/[\w-]{32}\z}, answer["url"]
    end
  end

  test "a transcript is mailed with what was said, and not what was deleted" do
    secret = new_secret
    post_message(secret, "Hello <b>you</b>")
    conversation = Cablechat::Conversation.sole
    conversation.delete_message(conversation.reply("Oops", author: "Ana"))
    include_mail_job { call(:post, "/webchats/demo/conversation/transcript", secret: secret, body: { email: "vera@example.com" }) }
    mail = ActionMailer::Base.deliveries.last
    assert_equal [["vera@example.com"], ["chat@example.com"]], [mail.to, mail.from]
    assert_includes mail.body.to_s, "Hello <b>you</b>"
    refute_includes mail.body.to_s, "Oops"
  end

  test "a fault is JSON without its reason" do
    Cablechat::Webchat.stub(:resolve, ->(_) { raise "secret detail" }) { call(:get, "/webchats/demo") }
    assert_problem :server_error
    refute_includes response.body, "secret detail"
  end

  test "a database that cannot be reached is 503, to be tried again" do
    Cablechat::Webchat.stub(:resolve, ->(_) { raise ActiveRecord::ConnectionNotEstablished }) { call(:get, "/webchats/demo") }
    assert_problem :unavailable
    assert_predicate response.headers["Retry-After"].to_i, :positive?
  end

  private

  def include_mail_job
    extend ActiveJob::TestHelper
    perform_enqueued_jobs { yield }
  end
end
