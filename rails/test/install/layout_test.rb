# frozen_string_literal: true

require "minitest/autorun"
require_relative "../support/chat_browser"
require_relative "../support/running_server"

# What `cablechat_tag` writes into an application's layout, in a real browser.
class LayoutTest < Minitest::Test
  include ChatBrowser

  # What the page's policy has refused.
  VIOLATIONS = "window.violations = []; addEventListener('securitypolicyviolation', (e) => violations.push(`${e.effectiveDirective} ${e.blockedURI}`));"

  def setup
    @server = RunningServer.new
    @server.start
  end

  def teardown = @server.discard

  def test_a_signed_in_user_is_known_to_the_staff_and_finds_the_conversation_on_another_device
    with_browser do |browser|
      ask(visit(browser, layout(user: 42)), "It is me.")
      assert_equal [["Vera 42", "vera@example.com"]], visitors
      other_device = visit(browser, layout(user: 42))
      other_device.evaluate("void (window.cablechat ||= []).push(['open'])")
      hears(other_device, "It is me.")
      ask(visit(browser, layout), "It is somebody else.")
      assert_equal [[nil, nil], ["Vera 42", "vera@example.com"]], visitors
    end
  end

  def test_the_chat_works_under_a_policy_with_nonces_and_violates_it_nowhere
    with_browser do |browser|
      page = visit(browser, layout(user: 42)) { |blank| blank.command("Page.addScriptToEvaluateOnNewDocument", source: VIOLATIONS) }
      ask(page, "Do you hear me?")
      reply("Every word.")
      hears(page, "Every word.")
      assert_empty page.evaluate("window.violations")
      # And it is in force: a style without the nonce is refused.
      page.evaluate("void document.head.append(document.createElement('style'))")
      page.evaluate("void (document.head.lastChild.textContent = 'body { color: red }')")
      Eventually.wait("the refusal") { page.evaluate("window.violations").any? }
    end
  end

  def test_times_are_told_as_the_locale_of_the_page_tells_them
    with_browser do |browser|
      times = { "en-GB" => /\A\d?\d:\d\d\z/, "en-US" => /\A\d?\d:\d\d[[:space:]][AP]M\z/ }
      times.each do |locale, time|
        page = visit(browser, layout(locale: locale))
        ask(page, "What time is it?")
        assert_equal [locale, locale], page.evaluate("[document.documentElement.lang, document.querySelector('cable-chat').locale]")
        assert_match time, page.evaluate("#{TREES}.map((tree) => tree.querySelector('[part~=message] time')).find(Boolean).textContent.trim()")
      end
    end
  end

  private

  def layout(**params) = "#{@server.origin}/layout?#{URI.encode_www_form(params)}"

  def heads = @server.json(:get, "/agent/conversations", secret: @server.token)["conversations"]

  # Name and address of each, the latest first.
  def visitors = heads.map { |head| head["visitor"].values_at("name", "email") }

  def reply(body)
    path = "/agent/conversations/#{heads.first.dig("conversation", "id")}/messages"
    @server.json(:post, path, secret: @server.token, body: { client_id: SecureRandom.uuid, body: body })
  end
end
