# frozen_string_literal: true

require "minitest/autorun"
require "rubygems/package"
require "bundler"
require "fileutils"
require "tmpdir"
require "open3"
require "ferrum"
require "timeout"
require "net/http"
require_relative "../support/bundle"
require_relative "../support/eventually"

# From nothing to a working chat: a new application, the three commands, and a visitor in a real browser.
class NewApplicationTest < Minitest::Test
  GEM = File.expand_path("../..", __dir__)
  CHROMIUM = ENV.fetch("CHROMIUM_PATH", "/usr/bin/chromium")
  FLAGS = { "no-sandbox" => nil, "disable-gpu" => nil, "disable-quic" => nil, "no-first-run" => nil,
            "disable-background-networking" => nil, "disable-component-update" => nil, "disable-sync" => nil }.freeze
  # What the asset pipelines are called in `rails new --asset-pipeline`.
  PIPELINES = { "propshaft" => "propshaft", "sprockets" => "sprockets-rails" }.freeze

  PIPELINES.each_key do |pipeline|
    define_method("test_a_new_application_with_#{pipeline}_has_a_working_chat_after_the_three_commands") do
      Dir.mktmpdir("cablechat-new-") do |folder|
        @application = File.join(folder, "shop")
        create_application(pipeline)
        # Once from a checkout, once as it is packed: with the scripts in it, and nothing of the tests.
        install(pipeline == "sprockets" ? packed(folder) : GEM)
        pinned
        serve { |origin| chat(origin) }
        serve("RAILS_ENV" => "production", "SECRET_KEY_BASE" => "x" * 64, "RAILS_SERVE_STATIC_FILES" => "1") { |origin| chat(origin) }
      end
    end
  end

  private

  def create_application(pipeline)
    version = Gem::Version.new(`cd #{GEM} && bundle exec rails --version`[/[\d.]+/])
    skip_flags = %w[--skip-git --skip-test --skip-bundle --skip-hotwire --skip-jbuilder --skip-bootsnap --skip-action-mailbox --skip-action-text --skip-brakeman --skip-rubocop --skip-ci --skip-docker --skip-dev-gems]
    skip_flags -= %w[--skip-brakeman --skip-rubocop --skip-ci --skip-docker --skip-dev-gems] if version < Gem::Version.new("7.2")
    run_in(GEM, "bundle", "exec", "rails", "new", @application, "--asset-pipeline=#{pipeline}", "--javascript=importmap", *skip_flags)
    File.write(File.join(@application, "Gemfile"), gemfile(version, pipeline))
    # The generator writes for SSL in front; here there is none.
    production = File.join(@application, "config/environments/production.rb")
    File.write(production, File.read(production).sub(/config.force_ssl = true/, "config.force_ssl = false"))
    # It also writes Redis into cable.yml, and its gem nowhere.
    cable = File.join(@application, "config/cable.yml")
    File.write(cable, File.read(cable).sub("adapter: redis", "adapter: async"))
    # For production the generated file leaves the place of the database to be filled in.
    database = File.join(@application, "config/database.yml")
    File.write(database, File.read(database).sub(%r{# database: path/to/persistent/storage/production.sqlite3}, "database: storage/production.sqlite3"))
  end

  def gemfile(version, pipeline)
    <<~RUBY
      source Gem.sources.first.uri.to_s
      gem "rails", "#{version}"
      gem "#{PIPELINES.fetch(pipeline)}"
      gem "importmap-rails"
      gem "puma", "~> 6.6"
      gem "sqlite3", "~> 1.7"
      gem "minitest", "~> 5.25"
      gem "nokogiri", "< 1.17" if RUBY_VERSION < "3.2"
    RUBY
  end

  # The three commands of the README; and a page of the application's own.
  def install(source)
    add_gem(source)
    run_in(@application, "bin/rails", "generate", "cablechat:install")
    run_in(@application, "bin/rails", "db:migrate")
    run_in(@application, "bin/rails", "generate", "controller", "pages", "home", "--skip-routes")
    write "config/routes.rb", <<~RUBY
      Rails.application.routes.draw do
        mount Cablechat::Engine => "/cablechat"
        get "session/new", to: "pages#home", as: :new_session
        root "pages#home"
      end
    RUBY
    open_the_desk
    run_in(@application, "bin/rails", "db:migrate", "RAILS_ENV=production", "SECRET_KEY_BASE=#{"x" * 64}")
    run_in(@application, "bin/rails", "assets:precompile", "RAILS_ENV=production", "SECRET_KEY_BASE=#{"x" * 64}")
    # Compiled assets would stand before development's own.
    FileUtils.mv(File.join(@application, "public/assets"), File.join(@application, "compiled"))
  end

  def pinned
    map = run_in(@application, "bin/rails", "runner", "puts Rails.application.importmap.to_json(resolver: ApplicationController.helpers)")
    assert_match %r{"cablechat": "/assets/cablechat/cablechat.full-\h+\.js"}, map
  end

  # `bundle add --path` is younger than Bundler 2.3; what it writes is this line.
  def add_gem(source)
    return run_in(@application, "bundle", "add", "cablechat", "--path", source) if Gem::Version.new(Bundler::VERSION) >= Gem::Version.new("2.4")

    File.write(File.join(@application, "Gemfile"), "gem \"cablechat\", path: #{source.inspect}\n", mode: "a")
    run_in(@application, "bundle", "install", "--quiet")
  end

  # @return where the built gem is unpacked
  def packed(folder)
    file = File.join(folder, "cablechat.gem")
    run_in(GEM, "gem", "build", "cablechat.gemspec", "--output", file)
    package = Gem::Package.new(file)
    unpacked = File.join(folder, "cablechat")
    package.extract_files(unpacked)
    File.write(File.join(unpacked, "cablechat.gemspec"), package.spec.to_ruby)
    assert File.file?(File.join(unpacked, "app/assets/javascripts/cablechat/cablechat.js"))
    refute File.exist?(File.join(unpacked, "test"))
    unpacked
  end

  # As the initializer's comments say, with the application's own sign-in.
  def open_the_desk
    initializer = File.join(@application, "config/initializers/cablechat.rb")
    File.write(initializer, File.read(initializer)
      .sub('# config.base_controller_class = "AdminController"', 'config.base_controller_class = "AdminController"'))
    write "app/controllers/admin_controller.rb", <<~RUBY
      class AdminController < ApplicationController
        before_action { redirect_to main_app.new_session_path unless params[:password] == "open-sesame" }

        def current_user = { id: "1", name: "Ana" }
      end
    RUBY
  end

  def write(path, text)
    File.write(File.join(@application, path), text)
  end

  def serve(env = {})
    compiled = File.join(@application, "compiled")
    link = File.join(@application, "public/assets")
    File.symlink(compiled, link) if env["RAILS_ENV"] == "production"
    port = TCPServer.open("127.0.0.1", 0) { |server| server.addr[1] }
    log = File.join(@application, "log/server.log")
    pid = unbundled { Process.spawn(env, "bin/rails", "server", "--port", port.to_s, "--binding", "127.0.0.1", chdir: @application, out: log, err: log) }
    origin = "http://127.0.0.1:#{port}"
    Eventually.wait("the server") { Net::HTTP.get_response(URI(origin)).code == "200" rescue File.read(log).match?(/error/i) && flunk(File.read(log)) }
    yield origin
  rescue Minitest::Assertion, Ferrum::Error, Eventually::TimedOut
    puts File.read(log).lines.last(40) if log && File.exist?(log)
    Dir[File.join(@application, "log/*.log")].each { |file| puts File.read(file).lines.grep(/Error|error/).last(10) }
    raise
  ensure
    if pid
      Process.kill("TERM", pid)
      Process.wait(pid)
    end
    File.delete(link) if link && File.symlink?(link)
  end

  # A visitor asks; the desk answers; each sees the other's words.
  def chat(origin)
    with_browser do |browser|
      visitor = browser.contexts.create.create_page
      visitor.go_to(origin)
      visitor.evaluate("void (window.cablechat ||= []).push(['open'])")
      Eventually.wait("the panel") { in_chat(visitor, "root.querySelector('textarea') !== null") }
      visitor.evaluate("void (window.cablechat ||= []).push(['send', 'Is anybody there?'])")
      Eventually.wait("the message to be sent") { in_chat(visitor, "root.querySelector('[part~=message][data-state=sent]') !== null") }
      answer_at_the_desk(browser, origin)
      Eventually.wait("the answer") { in_chat(visitor, "root.textContent.includes('Somebody is.')") }
    end
  end

  def answer_at_the_desk(browser, origin)
    closed = Net::HTTP.get_response(URI("#{origin}/cablechat/desk"))
    assert_equal [302, "#{origin}/session/new"], [closed.code.to_i, closed["location"]], "the desk sends strangers to the sign-in"
    desk = browser.contexts.create.create_page
    desk.go_to("#{origin}/cablechat/desk?password=open-sesame")
    Eventually.wait("the desk's list") { everything(desk).include?("Is anybody there?") }
    token, endpoint = desk.evaluate("(() => { const d = document.querySelector('cablechat-desk'); return [d.getAttribute('token') ?? d.token, d.getAttribute('endpoint')] })()")
    reply(endpoint, token)
  end

  def reply(endpoint, token)
    headers = { "Authorization" => "Bearer #{token}", "Content-Type" => "application/json" }
    head = JSON.parse(Net::HTTP.get(URI("#{endpoint}/agent/conversations"), headers))["conversations"].first
    answer = Net::HTTP.post(URI("#{endpoint}/agent/conversations/#{head.dig("conversation", "id")}/messages"),
      { client_id: SecureRandom.uuid, body: "Somebody is." }.to_json, headers)
    assert_equal "201", answer.code
  end

  # All text within the page's shadow roots.
  def everything(page)
    page.evaluate("(() => { const all = (n) => [n.textContent ?? '', ...[...n.querySelectorAll('*')].filter(e => e.shadowRoot).map(e => all(e.shadowRoot))].join(' '); return all(document.body) })()")
  end

  def in_chat(page, expression)
    page.evaluate(<<~JS)
      (() => {
        const flat = (node) => [node, ...[...node.querySelectorAll("*")].filter((e) => e.shadowRoot).flatMap((e) => flat(e.shadowRoot))];
        const chat = document.querySelector("cable-chat");
        return chat?.shadowRoot ? flat(chat.shadowRoot).some((root) => #{expression}) : false;
      })()
    JS
  end

  def with_browser
    browser = Ferrum::Browser.new(browser_path: CHROMIUM, headless: true, browser_options: FLAGS, timeout: 30, process_timeout: 30)
    yield browser
  ensure
    browser&.quit
  end

  def run_in(folder, *command)
    output, status = unbundled { Open3.capture2e(*command, chdir: folder) }
    assert_predicate status, :success?, "#{command.join(" ")}:\n#{output.lines.last(40).join}"
    output
  end

  # The new application has its own bundle; where its gems may be put is this machine's affair.
  def unbundled
    Bundler.with_unbundled_env do
      ENV["BUNDLE_PATH"] = Bundle::PATH
      yield
    end
  end
end
