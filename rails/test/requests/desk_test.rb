# frozen_string_literal: true

require "test_helper"

class DeskTest < ActionDispatch::IntegrationTest
  include ApiClient

  STAFF = { "Authorization" => ActionController::HttpAuthentication::Basic.encode_credentials("agent", "test-agent-token") }.freeze

  test "staff gets the desk, with a token the agent's side accepts" do
    get "/cablechat/desk", headers: STAFF
    desk = Nokogiri::HTML5(response.body).at("cablechat-desk")
    assert_equal ["http://www.example.com/cablechat", "demo", "Cablechat::AgentChannel"], %w[endpoint webchat channel].map { |name| desk[name] }
    call(:get, "/agent/conversations", headers: { "Authorization" => "Bearer #{desk["token"]}" })
    assert_response :ok
    assert_equal "no-store", response.headers["Cache-Control"]
  end

  test "where nobody is signed in, the desk says what to configure" do
    with_config(current_agent: ->(_) {}) { get "/cablechat/desk", headers: STAFF }
    assert_response :forbidden
    assert_match(/config.current_agent/, response.body)
  end

  test "until a controller is named, the desk is closed to everybody, and says how to open it" do
    with_base_controller(nil) { get "/cablechat/desk", headers: STAFF }
    assert_response :forbidden
    assert_match(/base_controller_class/, response.body)
    refute_match(/cablechat-desk|token=/, response.body)
  end

  private

  # It is read as the desk's controller is loaded.
  def with_base_controller(name)
    with_config(base_controller_class: name) { load_desk && yield }
  ensure
    load_desk
  end

  def load_desk
    Cablechat.send(:remove_const, :DesksController)
    load Cablechat::Engine.root.join("app/controllers/cablechat/desks_controller.rb")
  end
end
