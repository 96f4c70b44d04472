# frozen_string_literal: true

require "ferrum"
require_relative "eventually"

# The Chromium that is there, with the chat and the desk on its pages.
module ChatBrowser
  CHROMIUM = ENV.fetch("CHROMIUM_PATH", "/usr/bin/chromium")
  FLAGS = { "no-sandbox" => nil, "disable-gpu" => nil, "disable-quic" => nil, "no-first-run" => nil,
            "disable-background-networking" => nil, "disable-component-update" => nil, "disable-sync" => nil }.freeze
  # Every tree of the page: its own, and those in shadow roots.
  TREES = "((flat) => flat(document, flat))((node, flat) => [node, ...[...node.querySelectorAll('*')].filter((e) => e.shadowRoot).flatMap((e) => flat(e.shadowRoot, flat))])"

  def with_browser
    browser = Ferrum::Browser.new(browser_path: CHROMIUM, headless: true, browser_options: FLAGS, timeout: 30, process_timeout: 30, window_size: [1280, 800])
    yield browser
  ensure
    browser&.quit
  end

  # In a profile of its own: another person's browser.
  def visit(browser, url)
    page = browser.contexts.create.create_page
    yield page if block_given?
    page.go_to(url)
    page
  end

  # Opens the chat that the tag has put on the page, and says something. By commands, which wait for the script.
  def ask(page, text)
    page.evaluate("void (window.cablechat ||= []).push(['open'])")
    Eventually.wait("the panel") { there?(page, "textarea") }
    page.evaluate("void (window.cablechat ||= []).push(['send', arguments[0]])", text)
    sent(page, text)
  end

  def sent(page, text)
    Eventually.wait("#{text.inspect} to be sent") { page.evaluate(<<~JS, text) }
      #{TREES}.some((tree) => [...tree.querySelectorAll('[part~=message][data-state=sent]')].some((row) => row.textContent.includes(arguments[0])))
    JS
  end

  def there?(page, selector) = page.evaluate("#{TREES}.some((tree) => tree.querySelector(arguments[0]))", selector)
  def shows?(page, text) = page.evaluate("#{TREES}.some((tree) => (tree.body ?? tree).textContent.includes(arguments[0]))", text)
  def hears(page, text) = Eventually.wait("#{text.inspect} on the page") { shows?(page, text) }

  # With the mouse, in the middle of it.
  def press(page, selector)
    x, y = Eventually.wait(selector) { page.evaluate(<<~JS, selector) }
      (() => {
        const box = #{TREES}.map((tree) => tree.querySelector(arguments[0])).find(Boolean)?.getBoundingClientRect();
        return box?.width ? [box.x + box.width / 2, box.y + box.height / 2] : null;
      })()
    JS
    page.mouse.click(x: x, y: y)
  end

  def write_into(page, selector, text)
    press(page, selector)
    Eventually.wait("#{selector} to have the focus") { page.evaluate("#{TREES}.some((tree) => tree.activeElement?.matches(arguments[0]))", selector) }
    page.keyboard.type(text, :enter)
  end
end
