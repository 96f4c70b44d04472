# frozen_string_literal: true

require "test_helper"

class TagTest < ActiveSupport::TestCase
  User = Struct.new(:id, :name, :email)

  test "the tag is one script, with what the loader reads" do
    script = parse(cablechat_tag(:demo)).at("script")
    assert_equal ["http://test.host/cablechat", "demo", "en", ""], [*%w[data-endpoint data-webchat data-locale].map { |name| script[name] }, script["async"] && ""]
    assert_match %r{\A/assets/cablechat/cablechat-\h+\.js\z}, script["src"]
    assert_match %r{\A/assets/cablechat/cablechat-panel-\h+\.js\z}, script["data-panel"]
    assert_match %r{\A/assets/cablechat/cablechat-more-\h+\.js\z}, script["data-more"]
  end

  test "any attribute of the element can be given" do
    script = parse(cablechat_tag(:demo, position: "bottom-left", auto_open: "load", locale: nil)).at("script")
    assert_equal ["bottom-left", "load", nil], [script["data-position"], script["data-auto-open"], script["data-locale"]]
  end

  test "a signed-in user is identified by a hash the server accepts" do
    name, identity = queued(cablechat_tag(:demo, user: User.new(42, "Vera", "vera@example.com")))
    assert_equal ["identify", "42", "Vera"], [name, identity["identifier"], identity["name"]]
    assert webchat.vouches_for?("42", identity["hash"])
  end

  test "a user's name cannot end the script" do
    html = cablechat_tag(:demo, user: User.new(1, "</script><script>alert(1)</script>\u2028", nil))
    assert_equal 2, parse(html).css("script").size
    refute_includes html, "<script>alert"
  end

  test "with a strict policy both scripts have the nonce" do
    request.content_security_policy_nonce_generator = ->(_) { "n0nce" }
    nonces = parse(cablechat_tag(:demo, user: User.new(1, "Vera", nil))).css("script").map { |script| script["nonce"] }
    assert_equal %w[n0nce n0nce], nonces
  end

  test "a webchat nobody declared is named in the error" do
    error = assert_raises(ArgumentError) { cablechat_tag(:suport, user: User.new(1, "Vera", nil)) }
    assert_match(/"suport".*initializers/, error.message)
  end

  private

  # The view of a page of the application's own.
  def view
    @view ||= ApplicationController.new.tap { |controller| controller.request = request }.view_context
  end

  def request = @request ||= ActionDispatch::TestRequest.create

  delegate :cablechat_tag, to: :view

  def parse(html) = Nokogiri::HTML5.fragment(html)

  def queued(html)
    JSON.parse(parse(html).at("script:not([src])").text[/push\((.*)\)/m, 1])
  end
end
