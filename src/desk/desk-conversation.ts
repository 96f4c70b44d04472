import type { AgentConversationsAPI } from "../api/agent-conversations-api.ts";
import type { ApplicationChannel } from "../channels/application-channel.ts";
import type { Conversation } from "../core/conversation.ts";
import { type ConversationHead, isOlderHead } from "../core/conversation-head.ts";
import type { CablechatError } from "../core/errors.ts";
import type { Author, Message, ShownMessage } from "../core/message.ts";
import type { MessagesAPI } from "../core/messages-api.ts";
import type { CableIdentifier, Ports } from "../core/ports.ts";
import { Attention } from "../session/attention.ts";
import { ReadPointer } from "../session/read-pointer.ts";
import { TypingList } from "../session/typing-list.ts";
import { TypingNotifier } from "../session/typing-notifier.ts";
import { MessageStore, type PendingMessage } from "../store/message-store.ts";
import { Thread, type ThreadEvents } from "../thread.ts";
import { DeskHistory } from "./desk-history.ts";
import type { DeskOutbox } from "./desk-outbox.ts";

export interface DeskConversationOptions {
  head: ConversationHead;
  api: AgentConversationsAPI;
  application: ApplicationChannel;
  identifier: (conversation: string) => CableIdentifier;
  outbox: DeskOutbox;
  ports: Ports;
  events: {
    changed(): void;
    progressed(): void;
    failed(error: CablechatError): void;
    catchup: ThreadEvents["catchup"];
  };
}

/** One conversation at the desk: kept in step with the backend from its first opening on, whoever looks. */
export class DeskConversation {
  readonly id: string;
  readonly #options: DeskConversationOptions;
  readonly #store = new MessageStore("agent");
  readonly #thread: Thread;
  readonly #history: DeskHistory;
  readonly #read: ReadPointer;
  readonly #attention: Attention;
  readonly #typing: TypingList;
  readonly #typingNotifier: TypingNotifier;
  readonly #life = new AbortController();
  #head: ConversationHead;

  constructor(options: DeskConversationOptions) {
    this.#options = options;
    const { head, api, application, ports, events } = options;
    const { clock, lifecycle } = ports;
    const { signal } = this.#life;
    this.id = head.conversation.id;
    this.#head = head;
    const messages = api.messages(this.id);
    this.#history = new DeskHistory({
      api: messages,
      signal,
      loaded: (older) => this.#addOlder(older),
      failed: (error) => (error.code === "unknown_cursor" ? this.#startOver() : events.failed(error)),
      changed: () => this.#changed(),
    });
    this.#read = new ReadPointer((messageId) => api.seen(this.id, messageId, signal));
    this.#attention = new Attention({
      clock,
      lifecycle,
      read: this.#read,
      messages: () => this.#store.messages,
      unread: () => undefined,
      look: () => this.#thread.look("interval"),
    });
    this.#attention.setApplication(application);
    this.#typing = new TypingList(clock, () => this.#changed());
    this.#typingNotifier = new TypingNotifier(clock, (state) => this.#thread.perform("typing", { state }));
    this.#thread = this.#newThread(messages);
    this.#follow();
  }

  /** Whom it is with. */
  get head(): ConversationHead {
    return this.#head;
  }

  /** As it stands now: the list's stream and the conversation's own bring the same, in no certain order. */
  get conversation(): Conversation {
    const { conversation } = this.#head;
    const followed = this.#thread.conversation;
    return followed && (followed.revision ?? 0) >= (conversation.revision ?? 0) ? followed : conversation;
  }

  /** In the order shown; a new array at each change. */
  get messages(): readonly ShownMessage[] {
    return this.#store.messages;
  }

  get hasMoreBefore(): boolean {
    return this.#history.hasMore;
  }

  get loadingOlder(): boolean {
    return this.#history.loading;
  }

  /** Who is typing on the other side. */
  get typing(): readonly Author[] {
    return this.#typing.authors;
  }

  /** Whether everything that was committed before the present subscription is here. */
  get caughtUp(): boolean {
    return this.#thread.caughtUp;
  }

  /** An agent looks at it from now on, or does not any more. */
  setOpen(open: boolean): void {
    if (!open) this.#typingNotifier.stop();
    this.#attention.setOpen(open);
  }

  /** The page has been shown, hidden or brought back. */
  refresh(): void {
    this.#attention.refresh();
    this.#thread.look("visible");
  }

  /** The list has a newer head. */
  learn(head: ConversationHead): void {
    if (isOlderHead(head, this.#head)) return;
    this.#head = head;
  }

  /** @throws CablechatError `invalid`: empty, or longer than 10,000 characters */
  send(text: string): string {
    const clientId = this.#options.outbox.send(this.id, text);
    this.#typingNotifier.stop();
    return clientId;
  }

  retry(clientId: string): void {
    this.#options.outbox.retry(clientId);
  }

  discard(clientId: string): void {
    this.#store.removePending(clientId);
    this.#options.outbox.discard(clientId);
    this.#changed();
  }

  loadOlder(): Promise<void> {
    return this.#history.load();
  }

  notifyTyping(): void {
    this.#typingNotifier.typed();
  }

  showPending(message: PendingMessage): void {
    this.#store.putPending(message);
    this.#changed();
  }

  /** The answer of a call. It says nothing of what came before it, so no cursor moves. */
  merge(message: Message): void {
    this.#store.upsert(message);
    this.#changed();
  }

  destroy(): void {
    this.#life.abort();
    this.#typingNotifier.stop();
    this.#typing.clear();
    this.#attention.stop();
    this.#thread.leave();
  }

  /** The head tells the last message and the revision it was true at: what came later is the catch-up's. */
  #follow(): void {
    const { conversation, lastMessage } = this.#head;
    for (const pending of this.#options.outbox.of(this.id)) this.#store.putPending(pending);
    if (lastMessage) this.#store.upsert(lastMessage);
    this.#read.learn(conversation.seen.agent, this.messages);
    this.#history.begin(lastMessage?.id ?? null);
    this.#thread.follow(conversation, conversation.revision, lastMessage ? [lastMessage] : []);
    void this.#history.load();
  }

  /** The place asked from is not the backend's: the whole conversation comes again. */
  #startOver(): void {
    this.#store.clearReceived();
    this.#history.begin(null);
    this.#thread.follow(this.id, 0, []);
  }

  #newThread(api: MessagesAPI): Thread {
    const { application, identifier, ports, events, outbox } = this.#options;
    return new Thread({
      application,
      identifier,
      api,
      store: this.#store,
      ports,
      events: {
        changed: () => this.#changed(),
        inserted: (message) => {
          outbox.acknowledge(message);
          this.#typing.stopped(message.author);
        },
        conversation: ({ seen }) => {
          this.#read.learn(seen.agent, this.messages);
          this.#changed();
        },
        typing: (author, started) => {
          if (author.type === "visitor") this.#typing[started ? "started" : "stopped"](author);
        },
        progressed: () => {
          if (this.#thread.confirmed) void this.#read.flush();
          events.progressed();
        },
        catchup: events.catchup,
        lost: () => this.#startOver(),
        // The list's own subscription has the same token: it will be refused too, and tells.
        rejected: events.progressed,
        failed: events.failed,
      },
    });
  }

  #addOlder(older: readonly Message[]): void {
    for (const message of older) {
      this.#store.upsert(message);
      this.#options.outbox.acknowledge(message);
    }
  }

  #changed(): void {
    if (this.#life.signal.aborted) return;
    this.#attention.count();
    this.#options.events.changed();
  }
}
