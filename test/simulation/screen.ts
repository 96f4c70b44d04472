import type { Chat } from "../../src/chat.ts";
import type { ShownMessage } from "../../src/core/message.ts";
import { type Backend, CONTACT } from "./backend.ts";
import type { BrowserMonitor } from "./browser-monitor.ts";

interface Placed {
  readonly key: string;
  readonly id: string;
  readonly createdAt: string;
  readonly conversation: string | null;
}

/** What one page shows, at each change: every message once, in order, and all that was there when a session ended. */
export class Screen {
  readonly #backend: Backend;
  readonly #browser: BrowserMonitor;
  readonly #fail: (violation: string) => void;
  #checked: readonly ShownMessage[] | null = null;
  /** What was on the screen when the session ended, and how many had signed out by then: it stays. */
  #kept: { readonly keys: Set<string>; readonly signedOut: number } | null = null;
  /** All that was ever on the screen when a session ended. */
  readonly #earlier = new Set<string>();
  #wasEnded = false;
  /** Another session stands in the storage than when the page was put away: it may be another visitor's, and shows nothing of this one. */
  mayBeAnothers = false;

  constructor(backend: Backend, browser: BrowserMonitor, fail: (violation: string) => void) {
    this.#backend = backend;
    this.#browser = browser;
    this.#fail = fail;
  }

  changed(chat: Chat): void {
    this.#checkOrder(chat.messages);
    this.#checkKept(chat);
  }

  #checkOrder(messages: readonly ShownMessage[]): void {
    if (messages === this.#checked) return;
    this.#checked = messages;
    const keys = new Set<string>();
    const ids = new Set<string>();
    let last: Placed | null = null;
    for (const { key, id, createdAt, conversation } of messages) {
      if (keys.has(key) && !this.#browser.isSentAnew(key) && !this.#isSentTwice(key)) {
        this.#fail(`the message ${key} is shown twice`);
      }
      keys.add(key);
      if (id === null || createdAt === null) continue;
      if (ids.has(id)) this.#fail(`the message ${id} is shown twice`);
      ids.add(id);
      // What could be read under an ended session stays above, whatever the clocks say; also where it can be read again.
      const stays = last && (this.#earlier.has(last.key) || this.#backend.isPast(last.conversation));
      const comparable = last && (last.conversation === conversation || !stays);
      const message = { key, id, createdAt, conversation };
      if (last && comparable && !isBefore(last, message)) this.#fail(`the message ${id} is out of order`);
      last = message;
    }
  }

  #checkKept({ ended, messages }: Chat): void {
    const { signedOut } = this.#browser;
    if (!ended && !this.#kept) return;
    // By key: what the ended session has sent, and was not told of, is pending once more, and then has another id.
    const shown = new Set(messages.map(({ key }) => key));
    const keys = new Set(messages.filter(({ id }) => id !== null).map(({ key }) => key));
    if (ended && !this.#wasEnded) {
      this.#kept = { keys, signedOut };
      for (const key of keys) this.#earlier.add(key);
    }
    this.#wasEnded = ended;
    // Of whoever has signed out nothing stays.
    if ((this.#kept && this.#kept.signedOut < signedOut) || (this.mayBeAnothers && keys.size === 0)) this.#kept = null;
    const gone: string[] = [];
    for (const key of this.#kept?.keys ?? []) {
      if (shown.has(key)) continue;
      // What is a contact's comes as history once its contact is known again.
      if (this.#isReadAgain(key)) this.#kept?.keys.delete(key);
      else gone.push(key);
    }
    if (gone.length > 0) this.#fail(`messages ${gone} were on the screen when the session ended, and are gone`);
  }

  /** A stranger sent it again under the next session (promise 9), and turned out to be the contact who had sent it before. */
  #isSentTwice(key: string): boolean {
    const sent = this.#backend.conversations.filter((conversation) => conversation.byClientId(key));
    return sent.length > 1 && sent.some(({ owner }) => owner.startsWith(CONTACT));
  }

  /** A contact's: also where the answer that says so was given just before its session has ended once more. */
  #isReadAgain(key: string): boolean {
    const read = this.#backend.conversations.filter(
      ({ id, owner }) => owner.startsWith(CONTACT) || !this.#backend.isPast(id),
    );
    return read.some(({ log }) => log.some(({ id, clientId }) => key === id || key === clientId));
  }
}

/** The backend's times are all of one form, and its ids are digits. */
function isBefore(a: Placed, b: Placed): boolean {
  return a.createdAt === b.createdAt ? Number(a.id) < Number(b.id) : a.createdAt < b.createdAt;
}
