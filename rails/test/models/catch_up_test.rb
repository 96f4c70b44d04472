# frozen_string_literal: true

require "test_helper"

class CatchUpTest < ActiveSupport::TestCase
  setup do
    @conversation = conversation_with(body: "1")
    (2..5).each { |number| @conversation.reply(number.to_s, author: "Ana") }
  end

  test "after_id gives what was created later, in creation order" do
    assert_equal %w[3 4 5], bodies(@conversation.page(after_id: saying("2").id))
  end

  test "revision gives each created or changed message once, as it now stands, in revision order" do
    revision = @conversation.revision
    2.times { |time| @conversation.edit(saying(time.zero? ? "2" : "2 edited"), time.zero? ? "2 edited" : "2 again") }
    @conversation.reply("6", author: "Ana")
    page = @conversation.page(revision: revision)
    assert_equal ["2 again", "6"], bodies(page)
    assert_equal revision + 3, page.revision
  end

  test "a page with more goes up to its last row's revision" do
    page = @conversation.page(revision: 0, limit: 2)
    assert_equal [%w[1 2], 2, true], [bodies(page), page.revision, page.more]
  end

  test "in creation order a page with more never goes past a late edit of an early message still to come" do
    @conversation.edit(saying("2"), "2 edited")
    page = @conversation.page(limit: 1)
    assert_equal [["1"], 2], [bodies(page), page.revision]
    assert_equal ["3", "4", "5", "2 edited"], bodies(@conversation.page(revision: page.revision))
  end

  test "the last page has what still streams, whatever its revision" do
    streaming = @conversation.post(author: Cablechat::Author.bot("Robot"), body: "so far", state: "streaming", chunk: 1, heartbeat_at: Time.current)
    @conversation.reply("6", author: "Ana")
    page = @conversation.page(revision: @conversation.reload.revision)
    assert_equal [streaming.id], page.messages.map(&:id)
  end

  test "history is the nearest before, oldest first, and nothing that streams later" do
    @conversation.post(author: Cablechat::Author.bot("Robot"), body: "so far", state: "streaming", chunk: 1, heartbeat_at: Time.current)
    page = @conversation.page(before_id: saying("4").id, limit: 2)
    assert_equal [%w[2 3], true], [bodies(page), page.more]
  end

  test "a deleted message is still good as a cursor, and shows nothing but that it was there" do
    gone = @conversation.delete_message(saying("3"))
    assert_equal %w[4 5], bodies(@conversation.page(after_id: gone.id))
    assert_equal [:id, :state, :revision, :created_at], gone.to_protocol.keys
  end

  test "a cursor of another conversation, a malformed one and a revision never given are unknown" do
    elsewhere = session_with.messages.sole
    [{ after_id: elsewhere.id }, { before_id: "x" }, { after_id: "9" * 30 }, { revision: 99 }].each do |query|
      problem = assert_raises(Cablechat::Problem, query.inspect) { @conversation.page(**query) }
      assert_equal :unknown_cursor, problem.code
    end
  end

  test "the number of queries of a page does not grow with its rows" do
    few = count_queries { @conversation.page(revision: 0, limit: 100).messages.map(&:to_protocol) }
    20.times { |number| @conversation.reply("more #{number}", author: "Ana") }
    assert_equal few, count_queries { @conversation.page(revision: 0, limit: 100).messages.map(&:to_protocol) }
  end

  private

  def saying(body) = @conversation.messages.find_by!(body: body)
  def bodies(page) = page.messages.map(&:body)

  def count_queries
    count = 0
    subscriber = ActiveSupport::Notifications.subscribe("sql.active_record") { |*, payload| count += 1 unless payload[:name] == "SCHEMA" }
    yield
    count
  ensure
    ActiveSupport::Notifications.unsubscribe(subscriber)
  end
end
