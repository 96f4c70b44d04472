# frozen_string_literal: true

Cablechat::Engine.routes.draw do
  mount Cablechat::Cable, at: "cable", as: :cable

  # The public id may hold dots; an id of a message or a conversation is what the protocol calls opaque.
  opaque = %r{[^/]+}

  resources :webchats, only: :show, constraints: { id: opaque, webchat_id: opaque } do
    resources :messages, only: [:index, :create] do
      resource :cancellation, only: :create, path: "cancel"
      resources :reactions, only: [:update, :destroy], param: :emoji, constraints: { emoji: opaque }
    end
    resources :uploads, only: :create
    resource :seen, only: :update, controller: "seen"
    resource :identity, only: :update
    resource :conversation, only: [] do
      resource :closing, only: :create, path: "close", controller: "closings"
      resource :rating, only: :update
      resource :transcript, only: :create
    end
  end
  resources :uploads, only: :show, param: :token

  namespace :agent do
    resources :conversations, only: :index do
      resources :messages, only: [:index, :create, :update, :destroy]
      resource :seen, only: :update, controller: "seen"
      resource :assignee, only: :update
      resource :closing, only: :create, path: "close", controller: "closings"
      resource :reopening, only: :create, path: "reopen", controller: "reopenings"
      resource :session, only: :destroy
    end
  end

  resource :desk, only: :show

  match "*path", to: "preflights#show", via: :options
  match "*path", to: "strays#show", via: :all
end
