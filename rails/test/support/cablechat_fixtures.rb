# frozen_string_literal: true

# What tests begin with.
module CablechatFixtures
  PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==".unpack1("m")

  def new_secret = SecureRandom.urlsafe_base64(32)
  def uuid = SecureRandom.uuid
  def webchat = @webchat ||= Cablechat::Webchat.resolve("demo")

  # A session that has written.
  def session_with(body: "Hello", secret: new_secret)
    Cablechat::Session.of!(webchat, secret).tap { |session| say(session, body) if body }
  end

  def say(session, body, client_id: uuid, **content)
    session.post(client_id: client_id, body: body, **content).first
  end

  def conversation_with(body: "Hello") = session_with(body: body).current_conversation

  # What is broadcast while the block runs, as [stream, frame] pairs.
  def frames_of(stream = nil)
    frames = []
    subscriber = ActiveSupport::Notifications.subscribe("broadcast.action_cable") do |*, payload|
      frames << [payload[:broadcasting], payload[:message].as_json] if stream.nil? || payload[:broadcasting] == stream
    end
    yield
    stream ? frames.map(&:last) : frames
  ensure
    ActiveSupport::Notifications.unsubscribe(subscriber)
  end

  def with_config(**settings)
    before = settings.to_h { |name, _| [name, Cablechat.config.public_send(name)] }
    settings.each { |name, value| Cablechat.config.public_send("#{name}=", value) }
    yield
  ensure
    before.each { |name, value| Cablechat.config.public_send("#{name}=", value) }
  end

  # Changes the declared webchat for the block.
  def with_webchat(**settings)
    definition = Cablechat.config.definition("demo")
    before = settings.to_h { |name, _| [name, definition.public_send(name)] }
    settings.each { |name, value| definition.public_send("#{name}=", value) }
    @webchat = nil
    Cablechat::Webchat.forget_origins
    yield
  ensure
    before.each { |name, value| definition.public_send("#{name}=", value) }
    @webchat = nil
    Cablechat::Webchat.forget_origins
  end
end
