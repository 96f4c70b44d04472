# frozen_string_literal: true

module Cablechat
  class ApplicationJob < ActiveJob::Base
    queue_as { Cablechat.config.queue || self.class.default_queue_name }
  end
end
