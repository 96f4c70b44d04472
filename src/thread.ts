import { decodeFrame, type Frame } from "./api/decode-frame.ts";
import type { ApplicationChannel } from "./channels/application-channel.ts";
import { WebchatChannel } from "./channels/webchat-channel.ts";
import type { Conversation } from "./core/conversation.ts";
import { Emitter, type Unsubscribe } from "./core/emitter.ts";
import { CablechatError } from "./core/errors.ts";
import type { Author, Message } from "./core/message.ts";
import type { MessagesAPI } from "./core/messages-api.ts";
import type { CableIdentifier, Ports } from "./core/ports.ts";
import type { MessagesPage } from "./core/webchat.ts";
import type { MessageStore } from "./store/message-store.ts";
import { CatchUp, type CatchUpReason } from "./sync/catch-up.ts";
import { Cursor } from "./sync/cursor.ts";

export interface ThreadEvents {
  /** Messages have changed. */
  change: Record<string, never>;
  /** A message has arrived that was not known before, live or by a catch-up. */
  inserted: { message: Message };
  conversation: { conversation: Conversation };
  typing: { author: Author; started: boolean };
  /** `confirmed` or `caughtUp` has changed. */
  progress: Record<string, never>;
  catchup: { phase: "started" | "page" | "done" | "failed" | "aborted"; reason: CatchUpReason; messages: number };
  /** The followed conversation is not the reader's any more, or the place asked from is unknown: bootstrap again. */
  lost: Record<string, never>;
  rejected: { conversation: string };
  error: { error: CablechatError };
}

export interface ThreadOptions {
  application: ApplicationChannel;
  identifier: (conversation: string) => CableIdentifier;
  api: MessagesAPI;
  store: MessageStore;
  ports: Ports;
}

/** One conversation kept in step with the backend: joins the cable, the cursor, the catch-up and the store. */
export class Thread {
  readonly #options: ThreadOptions;
  readonly #channel: WebchatChannel;
  readonly #events: Emitter<ThreadEvents>;
  #cursor = new Cursor(0);
  #catchUp: CatchUp | null = null;
  #conversation: Conversation | null = null;

  constructor(options: ThreadOptions) {
    this.#options = options;
    const { application, identifier, ports } = options;
    this.#events = new Emitter(ports.reportError);
    this.#channel = new WebchatChannel({ application, identifier, reportError: ports.reportError });
    this.#channel.on("confirmed", () => {
      this.#catchUp?.attach();
      this.#events.emit("progress", {});
    });
    this.#channel.on("disconnected", () => {
      this.#catchUp?.detach();
      this.#events.emit("progress", {});
    });
    this.#channel.on("rejected", (rejected) => {
      this.#catchUp?.detach();
      this.#events.emit("rejected", rejected);
    });
    this.#channel.on("received", ({ conversation, data }) => this.#receive(conversation, data));
  }

  get conversation(): Conversation | null {
    return this.#conversation;
  }

  /** The id of the conversation followed; `null` for none. */
  get followed(): string | null {
    return this.#channel.followed;
  }

  get confirmed(): boolean {
    return this.#channel.confirmed;
  }

  /** Whether everything that was committed before the present subscription is here. */
  get caughtUp(): boolean {
    return this.confirmed && !this.#cursor.owed;
  }

  on<Name extends keyof ThreadEvents>(name: Name, listener: (payload: ThreadEvents[Name]) => void): Unsubscribe {
    return this.#events.on(name, listener);
  }

  /**
   * Follows a conversation from what is known of it.
   *
   * @param revision what `messages` bring the reader up to; `null` where the backend knows no revisions, 0 for nothing
   */
  follow(conversation: Conversation | string, revision: number | null, messages: readonly Message[]): void {
    const id = typeof conversation === "string" ? conversation : conversation.id;
    const again = id === this.#channel.followed;
    this.#catchUp?.detach();
    this.#cursor = new Cursor(revision, messages);
    this.#catchUp = this.#newCatchUp(id);
    this.#conversation = typeof conversation === "string" ? null : conversation;
    if (!again) this.#channel.follow(id);
    else if (this.confirmed) this.#catchUp.attach();
  }

  leave(): void {
    this.#catchUp?.detach();
    this.#catchUp = null;
    this.#conversation = null;
    this.#channel.leave();
  }

  /** Compares with the backend's revision; what is missing comes. */
  look(reason: CatchUpReason): void {
    this.#catchUp?.request(reason);
  }

  perform(action: string, data: Readonly<Record<string, unknown>>): void {
    this.#channel.perform(action, data);
  }

  /** An answer of a call other than the catch-up: merged, but it says nothing of what came before it. */
  merge(message: Message): void {
    this.#upsert(message);
    this.#events.emit("change", {});
  }

  #newCatchUp(id: string): CatchUp {
    const { api, ports } = this.#options;
    const { clock, random } = ports;
    const report = (phase: ThreadEvents["catchup"]["phase"], reason: CatchUpReason, messages = 0) =>
      this.#events.emit("catchup", { phase, reason, messages });
    let present: CatchUpReason = "confirmed";
    return new CatchUp({
      api,
      cursor: this.#cursor,
      clock,
      random,
      events: {
        started: (reason) => {
          present = reason;
          report("started", reason);
        },
        page: (page) => {
          if (this.#channel.followed !== id || !this.#applyPage(id, page)) return false;
          report("page", present, page.messages.length);
          return true;
        },
        done: (reason) => {
          report("done", reason);
          this.#events.emit("progress", {});
        },
        failed: (error, reason) => {
          report("failed", reason);
          this.#events.emit("error", { error });
        },
        aborted: (reason) => report("aborted", reason),
        lostCursor: () => this.#events.emit("lost", {}),
      },
    });
  }

  #applyPage(id: string, page: MessagesPage): boolean {
    if (page.conversation && page.conversation.id !== id) {
      this.#events.emit("lost", {});
      return false;
    }
    if (page.conversation) this.#takeConversation(page.conversation);
    let changed = false;
    for (const message of page.messages) changed = this.#upsert(message) || changed;
    if (changed) this.#events.emit("change", {});
    return true;
  }

  #receive(conversation: string, data: unknown): void {
    let frame: Frame;
    try {
      frame = decodeFrame(data);
    } catch (error) {
      // The named case: a frame that breaks the contract. It is dropped, and what it should have brought is asked for.
      if (!(error instanceof CablechatError)) throw error;
      this.#options.ports.warn(error.message, error.cause);
      this.#catchUp?.requestSoon("unreadable");
      return;
    }
    this.#take(frame, conversation === this.#channel.followed);
  }

  #take(frame: Frame, followed: boolean): void {
    switch (frame.type) {
      case "message":
        if (this.#upsert(frame.message)) this.#events.emit("change", {});
        if (followed) this.#advance(frame.revision);
        break;
      case "conversation":
        if (!followed) break;
        this.#takeConversation(frame.conversation);
        this.#advance(frame.revision);
        break;
      case "message.delta": {
        const result = this.#options.store.applyDelta(frame.id, frame.chunk, frame.text);
        if (result === "applied") this.#events.emit("change", {});
        else if (result === "gap" && followed) this.#catchUp?.requestSoon("gap");
        break;
      }
      case "typing":
        if (followed) this.#events.emit("typing", { author: frame.author, started: frame.started });
        break;
      case "unknown":
        // A frame of a later version of the contract: ignored, as section 3 of protocol/README.md demands.
        break;
    }
  }

  #advance(revision: number | null): void {
    if (this.#cursor.live(revision) === "hole") this.#catchUp?.requestSoon("hole");
  }

  #upsert(message: Message): boolean {
    const result = this.#options.store.upsert(message);
    if (result === "inserted") this.#events.emit("inserted", { message });
    return result !== "unchanged";
  }

  #takeConversation(conversation: Conversation): void {
    const known = this.#conversation;
    if (known?.revision != null && conversation.revision != null && conversation.revision <= known.revision) return;
    this.#conversation = conversation;
    this.#events.emit("conversation", { conversation });
  }
}
