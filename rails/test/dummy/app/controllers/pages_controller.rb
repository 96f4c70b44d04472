# frozen_string_literal: true

# The customer's site and the desk of the demo, as the embedded server serves them.
class PagesController < ApplicationController
  PUBLIC = Pathname.new(File.expand_path("../../../../../demo/public", __dir__))
  TYPES = { ".js" => "text/javascript", ".css" => "text/css", ".svg" => "image/svg+xml", ".html" => "text/html", ".map" => "application/json", ".json" => "application/json" }.freeze

  # Whoever is signed in.
  User = Struct.new(:id, :name, :email)

  skip_forgery_protection

  # No more than docs/embedding.md asks for; the nonce is Rails' own affair.
  content_security_policy only: :layout do |policy|
    policy.default_src :none
    policy.script_src :report_sample
    policy.style_src :report_sample
    policy.connect_src :self
    policy.img_src :self, :blob
    policy.require_trusted_types_for :script
    policy.trusted_types "cablechat", "lit-html"
  end

  def customer = serve(PUBLIC, "index.html")
  def desk = serve(PUBLIC, "desk.html")
  def demo_file = serve(PUBLIC, params[:name])

  # For every site: scripts hold no secret, and `integrity` needs CORS.
  def script
    response.set_header("Access-Control-Allow-Origin", "*")
    response.set_header("Cross-Origin-Resource-Policy", "cross-origin")
    serve(Cablechat::Engine.root.join("app/assets/javascripts/cablechat"), params[:name])
  end

  # A page of the application's own, with its layout, in the visitor's language.
  def layout
    @user = User.new(params[:user], "Vera #{params[:user]}", "vera@example.com") if params[:user]
    I18n.with_locale(params.fetch(:locale, I18n.default_locale)) { render }
  end

  private

  def serve(folder, name)
    file = folder.join(name).cleanpath
    return head(:not_found) unless file.to_s.start_with?("#{folder.cleanpath}/") && file.file?

    response.set_header("Cache-Control", "no-cache")
    send_file file, type: TYPES.fetch(file.extname, "application/octet-stream"), disposition: "inline"
  end
end
