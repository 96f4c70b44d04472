# frozen_string_literal: true

module Cablechat
  # At most so many requests in a window; Rails' own `rate_limit` from 7.2 on, and the same where Rails has none.
  module RateLimits
    extend ActiveSupport::Concern

    # The store of `rate_limit`, looked up at each request: the application may set it after this class is loaded.
    module Store
      # Rails.cache may be a store that counts nothing, as in development.
      FALLBACK = ActiveSupport::Cache::MemoryStore.new(size: 4.megabytes)

      def self.increment(...)
        store = Cablechat.config.rate_limit_store || Rails.cache
        (store.is_a?(ActiveSupport::Cache::NullStore) ? FALLBACK : store).increment(...)
      end
    end

    class_methods do
      # @param by a lambda in the controller: who is counted
      # @param name tells limits of one controller apart
      def limit_requests(to:, within:, by:, name:, **options)
        key = -> { "#{name}:#{instance_exec(&by)}" }
        refuse = -> { refuse_too_many(to, within) }
        return rate_limit(to: to, within: within, by: key, with: refuse, store: Store, **options) if respond_to?(:rate_limit)

        before_action(**options) do
          count = Store.increment("rate-limit:#{controller_path}:#{instance_exec(&key)}", 1, expires_in: within)
          instance_exec(&refuse) if count && count > to
        end
      end
    end

    private

    def refuse_too_many(limit, within)
      raise Problem.new(:too_many_requests, "At most #{limit} in #{within.to_i} seconds.", headers: { "retry-after" => within.to_i.to_s })
    end
  end
end
