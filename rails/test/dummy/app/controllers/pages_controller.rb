# frozen_string_literal: true

# The customer's site and the desk of the demo, as the embedded server serves them.
class PagesController < ApplicationController
  PUBLIC = Pathname.new(File.expand_path("../../../../../demo/public", __dir__))
  TYPES = { ".js" => "text/javascript", ".css" => "text/css", ".svg" => "image/svg+xml", ".html" => "text/html", ".map" => "application/json", ".json" => "application/json" }.freeze

  skip_forgery_protection

  def customer = serve(PUBLIC, "index.html")
  def desk = serve(PUBLIC, "desk.html")
  def demo_file = serve(PUBLIC, params[:name])

  # For every site: scripts hold no secret, and `integrity` needs CORS.
  def script
    response.set_header("Access-Control-Allow-Origin", "*")
    response.set_header("Cross-Origin-Resource-Policy", "cross-origin")
    serve(Cablechat::Engine.root.join("app/assets/javascripts/cablechat"), params[:name])
  end

  # A page of the application's own, with its layout.
  def layout; end

  private

  def serve(folder, name)
    file = folder.join(name).cleanpath
    return head(:not_found) unless file.to_s.start_with?("#{folder.cleanpath}/") && file.file?

    response.set_header("Cache-Control", "no-cache")
    send_file file, type: TYPES.fetch(file.extname, "application/octet-stream"), disposition: "inline"
  end
end
