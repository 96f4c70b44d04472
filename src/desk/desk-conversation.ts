import type { AgentConversationsAPI } from "../api/agent-conversations-api.ts";
import type { ApplicationChannel } from "../channels/application-channel.ts";
import type { Conversation } from "../core/conversation.ts";
import { type ConversationHead, isOlderHead } from "../core/conversation-head.ts";
import { CablechatError } from "../core/errors.ts";
import type { Author, Message, ShownMessage } from "../core/message.ts";
import type { MessagesAPI } from "../core/messages-api.ts";
import { outcomeOf } from "../core/outcome.ts";
import type { CableIdentifier, Ports } from "../core/ports.ts";
import { Attention } from "../session/attention.ts";
import { Typing } from "../session/typing.ts";
import { MessageStore } from "../store/message-store.ts";
import type { PendingMessage } from "../store/pending-message.ts";
import { Thread, type ThreadEvents } from "../thread.ts";
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

const HISTORY_LIMIT = 50;

/** One conversation at the desk: kept in step with the backend from its first opening on, whoever looks. */
export class DeskConversation {
  readonly id: string;
  readonly #options: DeskConversationOptions;
  readonly #api: MessagesAPI;
  readonly #store = new MessageStore("agent");
  readonly #thread: Thread;
  readonly #attention: Attention;
  readonly #typing: Typing;
  readonly #life = new AbortController();
  #head: ConversationHead;
  #loadingOlder = false;

  constructor(options: DeskConversationOptions) {
    this.#options = options;
    const { head, api, application, ports } = options;
    this.id = head.conversation.id;
    this.#head = head;
    this.#api = api.messages(this.id);
    this.#attention = new Attention(ports, {
      messages: () => this.#store.messages,
      unread: () => undefined,
      read: () => undefined,
      isPolling: () => false,
      look: () => this.#thread.look("interval"),
      report: (messageId) => api.seen(this.id, messageId, this.#life.signal),
    });
    this.#attention.setApplication(application);
    this.#typing = new Typing(ports.clock, {
      changed: () => this.#changed(),
      tell: (state) => this.#thread.perform("typing", { state }),
    });
    this.#thread = this.#newThread();
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
    return this.#store.hasMoreBefore;
  }

  get loadingOlder(): boolean {
    return this.#loadingOlder;
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
    if (!open) this.#typing.stop();
    this.#attention.setOpen(open);
  }

  /** The page has been shown, hidden or brought back. */
  refresh(): void {
    this.#attention.refresh();
    this.#thread.look("visible");
  }

  /** The list has a newer head. */
  learn(head: ConversationHead): void {
    if (!isOlderHead(head, this.#head)) this.#head = head;
  }

  /** @throws CablechatError `invalid`: empty, or longer than 10,000 characters */
  send(text: string): string {
    const clientId = this.#options.outbox.send(this.id, text);
    this.#typing.stop();
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

  /** Loads the messages before the first one shown. After a failure, calling again tries again. */
  async loadOlder(): Promise<void> {
    const { oldest } = this.#store;
    if (!oldest || this.#loadingOlder) return;
    this.#loadingOlder = true;
    this.#changed();
    const query = { beforeId: oldest.id, limit: HISTORY_LIMIT };
    const page = await outcomeOf(this.#api.list(query, this.#life.signal));
    this.#loadingOlder = false;
    if (page instanceof CablechatError) {
      if (page.code === "unknown_cursor") this.#startOver();
      else this.#options.events.failed(page);
      // Begun anew meanwhile: this page does not lie before what is shown now.
    } else if (this.#store.oldest?.id === oldest.id) {
      this.#store.prepend(page.messages, page.hasMore);
      for (const message of page.messages) this.#options.outbox.acknowledge(message);
    }
    this.#changed();
  }

  notifyTyping(): void {
    this.#typing.typed();
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
    this.#typing.clear();
    this.#attention.setOpen(false);
    this.#thread.leave();
  }

  /** The head tells the last message and the revision it was true at: what came later is the catch-up's. */
  #follow(): void {
    const { conversation, lastMessage } = this.#head;
    for (const pending of this.#options.outbox.of(this.id)) this.#store.putPending(pending);
    this.#store.prepend(lastMessage ? [lastMessage] : [], lastMessage !== null);
    this.#attention.learn(conversation.seen.agent);
    this.#thread.follow(conversation, conversation.revision, lastMessage ? [lastMessage] : []);
    void this.loadOlder();
  }

  /** The place asked from is not the backend's: the whole conversation comes again. */
  #startOver(): void {
    this.#store.clearReceived();
    this.#thread.follow(this.id, 0, []);
  }

  #newThread(): Thread {
    const { application, identifier, ports, events, outbox } = this.#options;
    return new Thread({
      application,
      identifier,
      api: this.#api,
      store: this.#store,
      ports,
      events: {
        changed: () => this.#changed(),
        inserted: (message) => {
          outbox.acknowledge(message);
          this.#typing.heard(message.author, false);
        },
        conversation: ({ seen }) => {
          this.#attention.learn(seen.agent);
          this.#changed();
        },
        typing: (author, started) => {
          if (author.type === "visitor") this.#typing.heard(author, started);
        },
        progressed: () => {
          if (this.#thread.confirmed) void this.#attention.report();
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

  #changed(): void {
    if (this.#life.signal.aborted) return;
    this.#attention.count();
    this.#options.events.changed();
  }
}
