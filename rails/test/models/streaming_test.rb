# frozen_string_literal: true

require "test_helper"

class StreamingTest < ActiveSupport::TestCase
  ROBOT = Cablechat::Author.bot("Robot")

  setup { @conversation = conversation_with }

  test "a reply ends complete, with every piece, and its deltas make up the text" do
    frames = frames_of(@conversation.agent_stream) do
      @conversation.stream_reply(author: ROBOT) { |reply| %w[one two three].each { |word| reply << "#{word} " } }
    end
    message = @conversation.messages.order(:id).last
    assert_equal ["one two three ", "complete", nil], [message.body, message.state, message.chunk]
    deltas = frames.select { |frame| frame["type"] == "message.delta" }
    assert_equal "one two three ", deltas.map { |frame| frame["text"] }.join
    assert_equal (0...deltas.size).to_a, deltas.map { |frame| frame["chunk"] }
  end

  test "a piece is stored before it is shown" do
    @conversation.stream_reply(author: ROBOT) do |reply|
      shown = Queue.new
      subscriber = ActiveSupport::Notifications.subscribe("broadcast.action_cable") do |*, payload|
        frame = payload[:message]
        shown << [frame[:text], Cablechat::Message.find(frame[:id]).body] if frame[:type] == "message.delta"
      end
      reply << "stored"
      text, body = Timeout.timeout(5) { shown.pop }
      assert_equal text, body
    ensure
      ActiveSupport::Notifications.unsubscribe(subscriber)
    end
  end

  test "a long piece is cut, so that each frame fits every adapter" do
    frames = frames_of(@conversation.agent_stream) do
      @conversation.stream_reply(author: ROBOT) { |reply| reply << "ä\n" * 2_000 }
    end
    deltas = frames.select { |frame| frame["type"] == "message.delta" }
    assert_operator deltas.map { |frame| frame.to_json.bytesize }.max, :<, 7_500
    assert_equal "ä\n" * 2_000, deltas.map { |frame| frame["text"] }.join
  end

  test "a visitor's cancel is seen by the writer, and nothing is added after it" do
    message = @conversation.stream_reply(author: ROBOT) do |reply|
      reply << "before"
      Eventually.wait("the text to be stored") { reply.message.reload.body == "before" }
      @conversation.cancel(reply.message)
      reply << "after"
      Eventually.wait("the writer to notice") { reply.cancelled? }
    end
    assert_equal %w[before cancelled], [message.body, message.state]
  end

  test "leaving the block early with break ends the reply as it stands" do
    @conversation.stream_reply(author: ROBOT) { |reply| reply << "half"; break }
    message = @conversation.messages.order(:id).last
    assert_equal %w[half complete], [message.body, message.state]
  end

  test "a writer that raises leaves a failed reply with its text, and the error goes on" do
    assert_raises(IOError) do
      @conversation.stream_reply(author: ROBOT) { |reply| reply << "half"; raise IOError }
    end
    message = @conversation.messages.order(:id).last
    assert_equal %w[half failed], [message.body, message.state]
  end

  test "a reply whose writer died becomes failed for the next who reads, with the text it had" do
    message = @conversation.post(author: ROBOT, body: "half", state: "streaming", chunk: 1, heartbeat_at: 1.hour.ago)
    page = @conversation.page(revision: 0)
    assert_equal %w[half failed], [message.reload.body, message.state]
    assert_equal message.revision, page.revision
  end

  test "a reply whose writer died after it was read becomes failed by itself, and its readers are told" do
    told = Queue.new
    subscriber = Cablechat.on("message.updated") { |payload| told << payload[:message].to_protocol.values_at(:id, :state, :body) }
    with_config(reply_lease: 0.5.seconds) do
      reply = @conversation.post(author: ROBOT, body: "so far", state: "streaming", chunk: 1, heartbeat_at: Time.current)
      assert_equal "streaming", @conversation.page(revision: 0).messages.last.state
      assert_equal [reply.id.to_s, "failed", "so far"], Timeout.timeout(10) { told.pop }
    end
  ensure
    ActiveSupport::Notifications.unsubscribe(subscriber)
  end

  test "a reply whose writer lived when it was read, and died later, becomes failed by itself" do
    told = Queue.new
    subscriber = Cablechat.on("message.updated") { |payload| told << payload[:message].state }
    with_config(reply_lease: 0.5.seconds) do
      reply = @conversation.post(author: ROBOT, body: "so far", state: "streaming", chunk: 1, heartbeat_at: Time.current)
      @conversation.page(revision: 0)
      # Alive until after the first look.
      reply.update_columns(heartbeat_at: 0.5.seconds.from_now)
      assert_equal "failed", Timeout.timeout(10) { told.pop }
    end
  ensure
    ActiveSupport::Notifications.unsubscribe(subscriber)
  end

  test "a reply whose writer lives is left alone, however slowly it writes" do
    with_config(reply_lease: 0.4.seconds) do
      message = @conversation.stream_reply(author: ROBOT) do |reply|
        beat = reply.message.reload.heartbeat_at
        Eventually.wait("a sign of life") { reply.message.reload.heartbeat_at > beat + 0.5 }
        Cablechat::FailAbandonedRepliesJob.perform_now
        reply << "late"
      end
      assert_equal %w[late complete], [message.body, message.state]
    end
  end

  test "a client_id given twice answers once" do
    2.times { @conversation.stream_reply(author: ROBOT, client_id: "the-same") { |reply| reply << "once" } }
    assert_equal ["once"], @conversation.messages.where(client_id: "the-same").pluck(:body)
  end

  test "a reply beyond the limit fails, and nothing more of it is kept" do
    assert_raises(ArgumentError) { @conversation.stream_reply(author: ROBOT) { |reply| 3.times { reply << "x" * 40_000 } } }
    assert_equal "failed", @conversation.messages.order(:id).last.state
  end
end
