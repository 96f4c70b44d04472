import type { Clock } from "../clock.ts";
import type { ContactDetails } from "../store/contacts.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { SessionRow } from "../store/sessions.ts";
import type { Store } from "../store/store.ts";
import { type Author, visitorOf } from "./author.ts";
import { type Broadcaster, sessionStream } from "./broadcaster.ts";
import { Conversation } from "./conversation.ts";
import type { StreamingReply } from "./streaming-reply.ts";

/** Every conversation of this server: where the REST routes, the cable and the application meet. */
export class Chat {
  readonly store: Store;
  readonly broadcaster: Broadcaster;
  readonly #clock: Clock;
  readonly #replies = new Map<number, StreamingReply>();

  constructor(store: Store, broadcaster: Broadcaster, clock: Clock) {
    this.store = store;
    this.broadcaster = broadcaster;
    this.#clock = clock;
  }

  get nowUs(): number {
    return this.#clock.nowMs() * 1000;
  }

  conversation(id: number): Conversation {
    return new Conversation(id, {
      store: this.store,
      broadcaster: this.broadcaster,
      clock: this.#clock,
      replies: this.#replies,
    });
  }

  /** The session's open conversation; a new one where it has none. */
  openConversation(session: SessionRow): Conversation {
    return this.conversation(this.store.conversations.getOrCreateOpen(session, this.nowUs).id);
  }

  visitor(session: SessionRow): Author {
    return visitorOf(session, this.store.contacts.find(session.contact_id));
  }

  /**
   * Ties the session to the contact the host application vouches for. What the session has written so far becomes the
   * contact's; where the contact has an open conversation already, that one counts, and the session's own is closed.
   */
  identify(session: SessionRow, details: ContactDetails): SessionRow {
    const { store } = this;
    return store.db.transaction(() => {
      const contact = store.contacts.upsert(session.webchat, details);
      const tied = store.sessions.tie(session, contact.id);
      for (const { id, status } of store.conversations.anonymousOf(session)) {
        const superfluous = status === "open" && store.conversations.open(tied) !== null;
        const closing = superfluous ? { status: "closed" as const } : {};
        this.conversation(id).change(() => ({ session_id: null, contact_id: contact.id, ...closing }));
      }
      return tied;
    });
  }

  /**
   * Ends the session the conversation belongs to, or every session of its contact. The conversation stays with the agents;
   * an anonymous one is closed, since nobody is left who could go on with it.
   */
  endSession({ id, session_id, contact_id }: ConversationRow): ConversationRow {
    const { store, broadcaster } = this;
    return store.db.transaction(() => {
      for (const ended of store.sessions.endOf({ session_id, contact_id })) {
        // Registered before the closing is, so that the ended session's sockets do not hear of that any more.
        store.db.afterCommit(() => broadcaster.publish(sessionStream(ended), { type: "ended" }));
      }
      const closes = session_id !== null;
      return this.conversation(id).change(({ row }) => (closes && row.status === "open" ? { status: "closed" } : null));
    });
  }

  /** Replies that were being written when the server died: nobody goes on with them (protocol/README.md, promise 6). */
  failAbandonedReplies(): void {
    for (const { id, conversation_id } of this.store.messages.allStreaming())
      this.conversation(conversation_id).fail(id);
  }

  /** The server is stopping: what was said so far is stored, and the replies end as failed. */
  stopReplies(): void {
    for (const reply of this.#replies.values()) reply.flush();
    this.failAbandonedReplies();
    for (const reply of this.#replies.values()) reply.cancel();
  }
}
