# frozen_string_literal: true

threads 1, Integer(ENV.fetch("CABLECHAT_THREADS", "8"))
bind "tcp://#{ENV.fetch("HOST", "127.0.0.1")}:#{ENV.fetch("PORT", "4000")}"
environment ENV.fetch("RAILS_ENV", "development")
quiet
# What has knocked by then is told 503 with Retry-After, not cut off.
drain_on_shutdown
# Sockets are hijacked: what is still open is told by a disconnect frame as the process ends.
force_shutdown_after 1
