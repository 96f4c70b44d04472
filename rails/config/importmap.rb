# frozen_string_literal: true

# import "cablechat" defines <cable-chat>, for pages that place the element themselves.
pin "cablechat", to: "cablechat/cablechat-panel.js", preload: false
