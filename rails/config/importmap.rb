# frozen_string_literal: true

# Defines <cable-chat>: import "cablechat"
pin "cablechat", to: "cablechat/cablechat.full.js", preload: false
