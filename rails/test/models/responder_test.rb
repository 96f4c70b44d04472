# frozen_string_literal: true

require "test_helper"

class ResponderTest < ActiveSupport::TestCase
  include ActiveJob::TestHelper

  class Echo < Cablechat::Responder
    def respond
      conversation.stream_reply(author: Cablechat::Author.bot("Echo"), client_id: answer_id) { |reply| reply << message.body.upcase }
    end
  end

  test "a visitor's message is answered in a job, outside the request" do
    with_webchat(responder: Echo.name) do
      session = session_with(body: nil)
      assert_enqueued_with(job: Cablechat::ResponderJob) { say(session, "hello") }
      assert_equal 1, Cablechat::Message.count
      perform_enqueued_jobs
      assert_equal ["hello", "HELLO"], session.current_conversation.messages.order(:created_at).pluck(:body)
    end
  end

  test "an agent's or a bot's message calls no responder" do
    with_webchat(responder: Echo.name) do
      conversation = conversation_with
      assert_no_enqueued_jobs(only: Cablechat::ResponderJob) { conversation.reply("Hi", author: "Ana") }
    end
  end

  test "a job delivered twice answers once" do
    with_webchat(responder: Echo.name) do
      message = session_with.messages.sole
      2.times { Cablechat::ResponderJob.perform_now(Echo.name, message) }
      assert_equal 2, message.conversation.messages.count
    end
  end

  test "a message that has expired before the job runs is nobody's error" do
    with_webchat(responder: Echo.name) do
      session_with
      Cablechat::Conversation.delete_all
      assert_nothing_raised { perform_enqueued_jobs }
    end
  end
end
