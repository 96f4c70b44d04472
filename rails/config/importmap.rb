# frozen_string_literal: true

# import "cablechat" defines <cable-chat>, for pages that place the element themselves. All in one file: the others belong to
# the loader.
pin "cablechat", to: "cablechat/cablechat.full.js", preload: false
