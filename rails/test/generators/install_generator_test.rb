# frozen_string_literal: true

require "test_helper"
require "rails/generators/test_case"
require "generators/cablechat/install/install_generator"

class InstallGeneratorTest < Rails::Generators::TestCase
  tests Cablechat::Generators::InstallGenerator
  destination File.expand_path("../../tmp/generator", __dir__)

  LAYOUT = "app/views/layouts/application.html.erb"

  setup do
    prepare_destination
    write "config/routes.rb", "Rails.application.routes.draw do\nend\n"
    write LAYOUT, "<html>\n  <head>\n    <title>x</title>\n  </head>\n</html>\n"
  end

  test "initializer, route and tag are written" do
    generate
    assert_file "config/initializers/cablechat.rb", /config.webchat :support do/
    assert_file "config/routes.rb", /mount Cablechat::Engine => "\/cablechat"/
    assert_file LAYOUT, /^    <%= cablechat_tag :support %>\n  <\/head>/
  end

  test "the initializer is Ruby that runs" do
    generate
    code = File.read(File.join(destination_root, "config/initializers/cablechat.rb"))
    config = Cablechat::Configuration.new
    Cablechat.stub(:config, config) { eval(code) } # rubocop:disable Security/Eval
    assert_equal ["support"], config.definitions.map(&:id)
  end

  test "where the application knows a current_user, the tag identifies it" do
    write "app/controllers/application_controller.rb", "class ApplicationController\n  helper_method :current_user\nend\n"
    generate
    assert_file LAYOUT, /cablechat_tag :support, user: current_user/
  end

  test "a second run changes nothing" do
    2.times { generate }
    assert_file(LAYOUT) { |layout| assert_equal 1, layout.scan("cablechat_tag").size }
    assert_file("config/routes.rb") { |routes| assert_equal 1, routes.scan("Cablechat::Engine").size }
  end

  test "without a layout it says where the tag goes" do
    FileUtils.rm(File.join(destination_root, LAYOUT))
    assert_match(/Put this into your layout/, generate)
  end

  test "the webchat can be called something else" do
    generate webchat: "sales"
    assert_file LAYOUT, /cablechat_tag :sales/
    assert_file "config/initializers/cablechat.rb", /config.webchat :sales/
  end

  private

  # The migrations are copied by the application's own tasks: test/install does that in a whole application.
  def generate(**options)
    generator([], { force: true, **options })
    generator.define_singleton_method(:rails_command) { |*| }
    capture(:stdout) { generator.invoke_all }
  ensure
    @generator = nil
  end

  def write(path, text)
    file = File.join(destination_root, path)
    FileUtils.mkdir_p(File.dirname(file))
    File.write(file, text)
  end
end
