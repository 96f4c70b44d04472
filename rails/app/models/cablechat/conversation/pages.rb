# frozen_string_literal: true

module Cablechat
  # Catch-up and history.
  module Conversation::Pages
    # The most rows of one page, and how many there are where nobody says.
    LIMIT = 100
    Page = Struct.new(:messages, :revision, :more, keyword_init: true)

    # An id that can be a row's; what is none is as good as unknown.
    def self.row_id(text) = /\A\d{1,18}\z/.match?(text.to_s) ? text.to_i : nil

    def self.unknown_cursor
      Problem.new(:unknown_cursor, "after_id, before_id or revision is not of this conversation. Bootstrap again.")
    end

    # @raise Problem unknown_cursor
    def page(after_id: nil, before_id: nil, revision: nil, limit: LIMIT)
      fail_abandoned_replies
      after = cursor(after_id) if after_id
      watched do
        next before(cursor(before_id), limit) if before_id
        next created_after(after, limit) if revision.nil?
        # A revision that was never given: the reader knows another history (a restored backup).
        raise Conversation::Pages.unknown_cursor if revision > self.revision

        changed_after(revision, limit)
      end
    end

    # The newest messages, for the bootstrap.
    def last_page(limit = LIMIT)
      fail_abandoned_replies
      watched { before(nil, limit) }
    end

    private

    # The revision is read before the rows: what is committed in between comes twice, and is never missed.
    def watched
      reload
      yield.tap { |page| ReplyWatch.over(page.messages) }
    end

    def changed_after(revision, limit)
      rows = shown.where("cablechat_messages.revision > ?", revision).order(:revision).limit(limit + 1).to_a
      return Page.new(messages: rows.first(limit), revision: rows[limit - 1].revision, more: true) if rows.size > limit

      last_page_of(with_streaming(rows).sort_by(&:revision))
    end

    def created_after(time, limit)
      rows = newer_than(shown, time).order(:created_at).limit(limit + 1).to_a
      return last_page_of(with_streaming(rows).sort_by(&:created_at)) if rows.size <= limit

      # In creation order a row still to come may have a lower revision than one that is here (edited since). Who goes
      # on by revision must not be sent past it.
      page = rows.first(limit)
      lowest = newer_than(messages, page.last.created_at).minimum(:revision)
      Page.new(messages: page, revision: lowest - 1, more: true)
    end

    def before(time, limit)
      rows = time ? shown.where("cablechat_messages.created_at < ?", time) : shown
      rows = rows.order(created_at: :desc).limit(limit + 1).to_a
      Page.new(messages: rows.first(limit).reverse, revision: revision, more: rows.size > limit)
    end

    def last_page_of(rows) = Page.new(messages: rows, revision: revision, more: false)

    # Deltas are no revisions: this is how a hole in a stream is filled.
    def with_streaming(rows)
      rows | shown.where(state: "streaming").to_a
    end

    def newer_than(rows, time) = time ? rows.where("cablechat_messages.created_at > ?", time) : rows

    def shown = messages.includes(:uploads, :reactions)

    def cursor(id)
      row_id = Conversation::Pages.row_id(id)
      (row_id && messages.where(id: row_id).pick(:created_at)) || raise(Conversation::Pages.unknown_cursor)
    end
  end
end
