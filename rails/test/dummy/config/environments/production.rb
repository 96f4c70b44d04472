# frozen_string_literal: true

Rails.application.configure do
  config.enable_reloading = false
  config.eager_load = true
  config.consider_all_requests_local = false
  config.action_mailer.delivery_method = :file
  config.action_mailer.file_settings = { location: DataFolder.path.join("mails").to_s }
  config.active_support.deprecation = :stderr
end
