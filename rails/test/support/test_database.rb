# frozen_string_literal: true

# The database of the tests: SQLite, or what CABLECHAT_DATABASE_URL names.
module TestDatabase
  # Children before their parents.
  MODELS = -> { [Cablechat::Reaction, Cablechat::Upload, Cablechat::Message, Cablechat::Conversation, Cablechat::Session, Cablechat::Contact, Cablechat::Webchat] }

  module_function

  def prepare
    ActiveRecord::Migration.verbose = false
    migrations.migrate if migrations.needs_migration?
  end

  def empty
    ActiveStorage::Attachment.delete_all
    ActiveStorage::Blob.delete_all
    MODELS.call.each(&:delete_all)
    Cablechat::RateLimits::Store::FALLBACK.clear
    Rails.cache.clear
    Cablechat::Webchat.forget_origins
  end

  def migrations
    pool = ActiveRecord::Base.connection_pool
    pool.respond_to?(:migration_context) ? pool.migration_context : ActiveRecord::Base.connection.migration_context
  end
end
