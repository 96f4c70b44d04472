# frozen_string_literal: true

# The REST calls, as a visitor's browser and an agent's desk make them.
module ApiClient
  AGENT = { "Authorization" => "Bearer test-agent-token" }.freeze

  # A form cannot be sent by the browser's fetch of the widget: everything is JSON, or multipart for an upload.
  def call(verb, path, secret: nil, body: nil, headers: {}, **options)
    headers = { "Accept" => "application/json" }.merge(headers)
    headers["Authorization"] = "Bearer #{secret}" if secret
    public_send(verb, "/cablechat#{path}", params: body, headers: headers, as: (body.nil? || options[:raw] ? nil : :json))
    answer
  end

  def as_agent(verb, path, **options) = call(verb, "/agent#{path}", headers: AGENT, **options)

  def post_message(secret, body = "Hello", client_id: SecureRandom.uuid, **fields)
    call(:post, "/webchats/demo/messages", secret: secret, body: { client_id: client_id, body: body, **fields })
  end

  def upload(secret, bytes, name:, type:, webchat: "demo")
    Tempfile.create("upload") do |file|
      file.binmode
      file.write(bytes)
      file.rewind
      uploaded = Rack::Test::UploadedFile.new(file.path, type, true, original_filename: name)
      call(:post, "/webchats/#{webchat}/uploads", secret: secret, body: { file: uploaded }, raw: true)
    end
  end

  def answer = response.body.present? && response.media_type.to_s.match?(/json/) ? JSON.parse(response.body) : nil

  def assert_problem(code)
    assert_equal code.to_s, answer&.fetch("code"), response.body.first(500)
    assert_equal Cablechat::Problem::KINDS.fetch(code).first, response.status
    assert_equal "application/problem+json", response.media_type
  end
end
