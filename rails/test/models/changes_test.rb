# frozen_string_literal: true

require "test_helper"

class ChangesTest < ActiveSupport::TestCase
  setup { @conversation = conversation_with }

  test "every change takes the next revision and is broadcast with it" do
    mine = @conversation.reply("Hi", author: "Ana")
    by = @conversation.session.author
    changes = [
      -> { @conversation.assign({ name: "Ana" }) }, -> { @conversation.rate(score: 5) }, -> { @conversation.seen_by("visitor", mine) },
      -> { @conversation.edit(mine, "Hello") }, -> { @conversation.react(mine, "👍", by: by) }, -> { @conversation.unreact(mine, "👍", by: by) },
      -> { @conversation.delete_message(mine) }, -> { @conversation.close }, -> { @conversation.reopen }
    ]
    frames = frames_of(@conversation.agent_stream) { changes.each(&:call) }
    assert_equal (3..11).to_a, frames.map { |frame| frame["revision"] }
    assert_equal %w[conversation conversation conversation message message message message conversation conversation], frames.map { |frame| frame["type"] }
  end

  test "what changes nothing takes no revision and is told to nobody" do
    mine = @conversation.reply("Hi", author: "Ana")
    by = @conversation.session.author
    @conversation.assign({ name: "Ana" })
    @conversation.rate(score: 5)
    @conversation.seen_by("visitor", mine)
    @conversation.react(mine, "👍", by: by)
    @conversation.close
    revision = @conversation.revision
    frames = frames_of do
      @conversation.assign({ name: "Ana" })
      @conversation.rate(score: 5)
      @conversation.seen_by("visitor", @conversation.messages.first)
      @conversation.react(mine, "👍", by: by)
      @conversation.unreact(mine, "🎉", by: by)
      @conversation.cancel(mine)
      @conversation.close
    end
    assert_empty frames
    assert_equal revision, @conversation.reload.revision
  end

  test "two objects of one conversation never give a revision twice" do
    other = Cablechat::Conversation.find(@conversation.id)
    3.times { [@conversation, other].each { |copy| copy.reply("Hi", author: "Ana") } }
    assert_equal (1..7).to_a, @conversation.messages.order(:created_at).pluck(:revision)
  end

  test "reactions are counted by emoji and side" do
    message = @conversation.messages.sole
    @conversation.react(message, "👍", by: @conversation.session.author)
    @conversation.react(message, "👍", by: Cablechat::Author.new(type: "agent", id: "1", name: "Ana"))
    @conversation.react(message, "👎", by: @conversation.session.author)
    expected = [{ emoji: "👍", by: "visitor", count: 1 }, { emoji: "👍", by: "agent", count: 1 }, { emoji: "👎", by: "visitor", count: 1 }]
    assert_equal expected, message.reload.to_protocol[:reactions]
  end

  test "deleting takes body, reactions and files" do
    message = @conversation.reply("Secret", author: "Ana")
    @conversation.react(message, "👍", by: @conversation.session.author)
    @conversation.delete_message(message)
    assert_equal ["", "deleted", 0], [message.reload.body, message.state, message.reactions.count]
  end

  test "a conversation is not reopened beside another open one" do
    @conversation.close
    say(@conversation.session, "New")
    assert_raises(Cablechat::Problem) { @conversation.reopen }
  end

  test "an emoji on MySQL is not every other emoji" do
    message = @conversation.messages.sole
    by = @conversation.session.author
    %w[👍 👎 🎉].each { |emoji| @conversation.react(message, emoji, by: by) }
    @conversation.unreact(message, "👎", by: by)
    assert_equal %w[👍 🎉], message.reactions.reload.map(&:emoji)
  end
end
