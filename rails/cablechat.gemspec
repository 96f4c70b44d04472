# frozen_string_literal: true

require_relative "lib/cablechat/version"

Gem::Specification.new do |spec|
  spec.name = "cablechat"
  spec.version = Cablechat::VERSION
  spec.authors = ["The Cablechat authors"]
  spec.summary = "A chat on your own Rails database that does not lose a message"
  spec.description = <<~TEXT
    A Rails engine with the backend of the Cablechat widget: models, REST, Action Cable channels, the agent's desk and
    the widget's JavaScript. Every promise of the protocol is held by the database.
  TEXT
  spec.license = "MIT"
  spec.required_ruby_version = ">= 3.1"

  # app/assets/javascripts/cablechat is the project's dist/: a link in a checkout, the files themselves once packed.
  spec.files = Dir.chdir(__dir__) do
    # `**` does not follow links.
    Dir["{app,config,db,lib}/**/*", "app/assets/javascripts/cablechat/*", "README.md", "LICENSE"].select { |path| File.file?(path) }
  end
  spec.metadata["rubygems_mfa_required"] = "true"

  spec.add_dependency "actioncable", ">= 7.1"
  spec.add_dependency "actionmailer", ">= 7.1"
  spec.add_dependency "activejob", ">= 7.1"
  spec.add_dependency "activerecord", ">= 7.1"
  spec.add_dependency "activestorage", ">= 7.1"
  spec.add_dependency "railties", ">= 7.1"
end
