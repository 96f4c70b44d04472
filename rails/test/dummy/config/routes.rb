# frozen_string_literal: true

Rails.application.routes.draw do
  # Before the engine: a mount point also takes "/cablechat-desk.js", since a word ends at the hyphen.
  get ":name", to: "pages#script", constraints: { name: /cablechat[\w.-]*\.js(\.map)?/ }, format: false
  mount Cablechat::Engine => "/cablechat"
  # Where the embedded server has its cable, pages and controls, so that every test runs on both.
  mount Cablechat::Cable, at: "/cable", as: :cable

  namespace :demo do
    get "config", to: "controls#config_json", defaults: { format: :json }
    get "messages", to: "controls#messages"
    post "agent/say", to: "controls#say"
    post "faults/cut", to: "controls#cut"
  end
  get "demo/*name", to: "pages#demo_file", format: false
  get "dist/*name", to: "pages#script", format: false
  get "desk", to: "pages#desk"
  get "admin", to: "admin#show"
  get "layout", to: "pages#layout"
  root to: "pages#customer"
end
