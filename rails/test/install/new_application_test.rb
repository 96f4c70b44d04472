# frozen_string_literal: true

require "minitest/autorun"
require "rubygems/package"
require "bundler"
require "fileutils"
require "tmpdir"
require "open3"
require "timeout"
require "net/http"
require_relative "../support/bundle"
require_relative "../support/chat_browser"

# From nothing to a working chat: a new application, the three commands, and a visitor in a real browser.
class NewApplicationTest < Minitest::Test
  include ChatBrowser

  GEM = File.expand_path("../..", __dir__)
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
    add_pages
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

  # The application's own; what the generator has written into the routes and the layout stays as it is.
  def add_pages
    edit("config/routes.rb", "Rails.application.routes.draw do\n", <<~RUBY)
      Rails.application.routes.draw do
        root "pages#home"
        get "element", to: "pages#element"
        resource :session, only: [:new, :create]
    RUBY
    write "app/controllers/pages_controller.rb", <<~RUBY
      class PagesController < ApplicationController
        layout false, only: :element
      end
    RUBY
    write "app/views/pages/home.html.erb", "<h1>Shop</h1>"
    # A page that places the element itself.
    write "app/views/pages/element.html.erb", <<~ERB
      <!doctype html>
      <title>Element</title>
      <%= javascript_importmap_tags "cablechat" %>
      <cable-chat endpoint="<%= request.base_url %>/cablechat" webchat="support"></cable-chat>
    ERB
  end

  # As the initializer's comments say, with the application's own sign-in.
  def open_the_desk
    setting = 'config.base_controller_class = "AdminController"'
    edit("config/initializers/cablechat.rb", "# #{setting}", setting)
    write "app/controllers/admin_controller.rb", <<~RUBY
      class AdminController < ApplicationController
        before_action { redirect_to main_app.new_session_path unless session[:agent] }

        def current_user = { id: "1", name: session[:agent] }
      end
    RUBY
    write "app/controllers/sessions_controller.rb", <<~RUBY
      class SessionsController < ApplicationController
        def create
          session[:agent] = "Ana" if params[:password] == "open-sesame"
          redirect_to cablechat.desk_path
        end
      end
    RUBY
    write "app/views/sessions/new.html.erb", <<~ERB
      <%= form_with(url: session_path) { |form| form.password_field(:password) } %>
    ERB
  end

  def edit(path, from, to)
    text = File.read(File.join(@application, path))
    assert_includes text, from
    write path, text.sub(from, to)
  end

  def write(path, text)
    file = File.join(@application, path)
    FileUtils.mkdir_p(File.dirname(file))
    File.write(file, text)
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

  # A visitor asks; an agent answers at the desk; each sees the other's words.
  def chat(origin)
    with_browser do |browser|
      visitor = visit(browser, origin)
      ask(visitor, "Is anybody there?")
      desk = sign_in(browser, "#{origin}/cablechat/desk")
      answer(desk, "Is anybody there?", "Somebody is.")
      hears(visitor, "Somebody is.")
      own_element(browser, "#{origin}/element")
      hears(desk, "Does the pin work?")
    end
  end

  # A stranger at the desk is sent to the application's sign-in, and from there back to it.
  def sign_in(browser, url)
    page = visit(browser, url)
    assert_equal URI.join(url, "/session/new").to_s, page.current_url
    write_into(page, "input[type=password]", "open-sesame")
    Eventually.wait("the desk") { page.current_url == url }
    page
  end

  def answer(desk, question, answer)
    hears(desk, question)
    press(desk, "[part=conversation]")
    write_into(desk, "[part=input]", answer)
  end

  # By `import "cablechat"` alone, through the pin.
  def own_element(browser, url)
    page = visit(browser, url)
    assert_equal 'import "cablechat"', page.evaluate("document.querySelector('script[type=module]').textContent.trim()")
    press(page, "[part=launcher]")
    write_into(page, "[part=input]", "Does the pin work?")
    sent(page, "Does the pin work?")
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
