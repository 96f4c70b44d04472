import { decodeFrame, type Frame } from "./api/decode-frame.ts";
import type { ApplicationChannel } from "./channels/application-channel.ts";
import { WebchatChannel } from "./channels/webchat-channel.ts";
import type { Conversation } from "./core/conversation.ts";
import { CablechatError } from "./core/errors.ts";
import type { Author, Message } from "./core/message.ts";
import type { MessagesAPI } from "./core/messages-api.ts";
import type { CableIdentifier, Ports } from "./core/ports.ts";
import type { MessageStore } from "./store/message-store.ts";
import { CatchUp, type CatchUpReason } from "./sync/catch-up.ts";
import { Cursor } from "./sync/cursor.ts";

/** What the owner of a thread is told. */
export interface ThreadEvents {
  /** Messages have changed. */
  changed(): void;
  /** A message has arrived that was not known before, live or by a catch-up. */
  inserted(message: Message): void;
  conversation(conversation: Conversation): void;
  typing(author: Author, started: boolean): void;
  /** `confirmed` or `caughtUp` has changed. */
  progressed(): void;
  catchup(phase: "started" | "page" | "done" | "failed" | "aborted", reason: CatchUpReason, messages: number): void;
  /** The followed conversation is not the reader's any more, or the place asked from is unknown: bootstrap again. */
  lost(): void;
  rejected(): void;
  failed(error: CablechatError): void;
}

export interface ThreadOptions {
  application: ApplicationChannel;
  identifier: (conversation: string) => CableIdentifier;
  api: MessagesAPI;
  store: MessageStore;
  ports: Ports;
  events: ThreadEvents;
}

/** So many sockets in a row without a confirmation, and there is no use in waiting for one. */
const SOCKETS_TRIED = 2;

/** One conversation kept in step with the backend: joins the cable, the cursor, the catch-up and the store. */
export class Thread {
  readonly #options: ThreadOptions;
  readonly #channel: WebchatChannel;
  #cursor = new Cursor(0);
  #catchUp: CatchUp | null = null;
  #conversation: Conversation | null = null;
  /** Sockets in a row that were given up unconfirmed; -1 on one that was confirmed. */
  #unconfirmed = 0;

  constructor(options: ThreadOptions) {
    this.#options = options;
    const { application, identifier, events } = options;
    this.#channel = new WebchatChannel({
      application,
      identifier,
      events: {
        confirmed: () => {
          this.#unconfirmed = -1;
          // What was polled so far may have missed something; from here on nothing is.
          this.#catchUp?.detach();
          this.#catchUp?.attach();
          events.progressed();
        },
        disconnected: () => {
          this.#unconfirmed = Math.max(this.#unconfirmed, 0);
          if (!this.isPolling) this.#catchUp?.detach();
          events.progressed();
        },
        rejected: () => {
          this.#catchUp?.detach();
          events.rejected();
        },
        received: (conversation, data) => this.#receive(conversation, data),
      },
    });
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

  /** Whether the catch-up is asked for without a subscription, since WebSockets are not to be had. */
  get isPolling(): boolean {
    return !this.confirmed && this.#unconfirmed >= SOCKETS_TRIED && this.followed !== null;
  }

  /** Whether everything that was committed before the present subscription, or the last poll, is here. */
  get caughtUp(): boolean {
    return (this.confirmed || this.isPolling) && !this.#cursor.owed;
  }

  /**
   * Follows a conversation from what is known of it.
   *
   * @param revision what `messages` bring the reader up to; `null` where the backend knows no revisions, 0 for nothing
   */
  follow(conversation: Conversation | string, revision: number | null, messages: readonly Message[]): void {
    const [id, known] = typeof conversation === "string" ? [conversation, null] : [conversation.id, conversation];
    this.#catchUp?.detach();
    this.#cursor = new Cursor(revision, messages);
    this.#catchUp = this.#newCatchUp(id);
    this.#conversation = known;
    this.#channel.follow(id);
    if (this.confirmed) this.#catchUp.attach();
    else this.#poll();
  }

  /** A socket was given up. */
  socketLost(): void {
    this.#unconfirmed += 1;
    if (this.#unconfirmed !== SOCKETS_TRIED) return;
    // The browser does not say why. Where all else works, it is most often this.
    this.#options.ports.warn("No WebSocket: wrong origin?");
    this.#poll();
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

  #poll(): void {
    if (this.isPolling) this.#catchUp?.poll();
  }

  #newCatchUp(id: string): CatchUp {
    const { api, ports, events, store } = this.#options;
    return new CatchUp({
      ...ports,
      api,
      cursor: this.#cursor,
      gap: () => store.gap,
      events: {
        told: (phase, reason, error) => {
          events.catchup(phase, reason, 0);
          // What cannot be polled is not known to be up to date.
          if (error && this.isPolling) this.#cursor.owe();
          if (error) events.failed(error);
          if (phase === "done") events.progressed();
        },
        page: ({ conversation, messages }, reason) => {
          if (conversation && conversation.id !== id) {
            events.lost();
            return false;
          }
          if (conversation) this.#takeConversation(conversation);
          for (const message of messages) this.#upsert(id, message);
          events.catchup("page", reason, messages.length);
          return true;
        },
        lostCursor: () => events.lost(),
      },
    });
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
    this.#take(conversation, frame);
  }

  #take(conversation: string, frame: Frame): void {
    const { store, events } = this.#options;
    const isFollowed = conversation === this.followed;
    // Loaded anew meanwhile: between the old conversation and the first message shown lies what is not loaded.
    if (!isFollowed && store.oldest?.conversation === this.followed) return;
    if (frame.type === "message") this.#upsert(conversation, frame.message);
    const delta = frame.type === "message.delta" && store.applyDelta(frame);
    if (delta === "applied") events.changed();
    // The old conversation, on the way to the new one.
    if (!isFollowed) return;
    if (delta === "early") this.#catchUp?.requestSoon("gap");
    if (frame.type === "conversation") this.#takeConversation(frame.conversation);
    if (frame.type === "typing") events.typing(frame.author, frame.state === "started");
    if (!("revision" in frame)) return;
    const { revision } = frame.type === "message" ? frame.message : frame.conversation;
    if (this.#cursor.live(frame.revision ?? revision)) this.#catchUp?.requestSoon("hole");
  }

  /** What is left of a deleted message does not say where it was. */
  #upsert(conversation: string, incoming: Message): void {
    const { store, events } = this.#options;
    const message = { ...incoming, conversation: incoming.conversation ?? conversation };
    const result = store.upsert(message);
    if (result === "inserted") events.inserted(message);
    if (result !== "unchanged") events.changed();
  }

  #takeConversation(conversation: Conversation): void {
    const known = this.#conversation?.revision ?? -1;
    if (conversation.revision !== null && conversation.revision <= known) return;
    this.#conversation = conversation;
    this.#options.store.takeBack(conversation.id);
    this.#options.events.conversation(conversation);
  }
}
