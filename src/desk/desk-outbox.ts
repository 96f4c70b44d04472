import type { AgentConversationsAPI } from "../api/agent-conversations-api.ts";
import { CablechatError } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import type { Ports, RecordStorage } from "../core/ports.ts";
import type { OutgoingMessage } from "../core/webchat.ts";
import { Outbox } from "../outbox/outbox.ts";
import type { OutboxEntry } from "../outbox/outbox-entry.ts";
import { validBody } from "../outbox/valid-body.ts";
import type { PendingMessage } from "../store/pending-message.ts";

export interface DeskOutboxOptions {
  api: Pick<AgentConversationsAPI, "messages">;
  storage: RecordStorage<OutboxEntry>;
  /** One sender for all tabs that use the same name. */
  lockName: string;
  ports: Ports;
  events: {
    pending(conversation: string, message: PendingMessage): void;
    sent(conversation: string, clientId: string, answer: Message): void;
    delayed(error: CablechatError): void;
    failed(error: CablechatError): void;
  };
}

/** What the agent owes to the backend, in whichever conversation: the widget's outbox, told apart by conversation. */
export class DeskOutbox {
  readonly #options: DeskOutboxOptions;
  readonly #outbox: Outbox;
  /** By client id; also those of conversations that nobody looks at. */
  readonly #pending = new Map<string, PendingMessage & { conversation: string }>();
  #memoryOnly = false;

  constructor(options: DeskOutboxOptions) {
    this.#options = options;
    const { api, storage, lockName, ports, events } = options;
    this.#outbox = new Outbox({
      storage,
      lock: ports.lock,
      lockName,
      clock: ports.clock,
      random: ports.random,
      send: (message, signal) => api.messages(conversationOf(message)).send(message, signal),
      events: {
        shown: (message, error) => this.#show(message, error),
        failed: (message, error) => this.#show(message, error),
        gone: (clientId) => void this.#pending.delete(clientId),
        stored: () => undefined,
        sent: (message, answer) => {
          this.#pending.delete(message.clientId);
          events.sent(conversationOf(message), message.clientId, answer);
        },
        delayed: (error) => events.delayed(error),
        memoryOnly: (cause) => {
          this.#memoryOnly = true;
          const hint = "The browser keeps nothing: a reload would lose messages that are not sent yet.";
          events.failed(new CablechatError("storage_unavailable", hint, { cause }));
        },
      },
    });
  }

  /** How many messages have not reached the backend, failed ones included. */
  get size(): number {
    return this.#pending.size;
  }

  /** Whether a reload would lose what is pending. */
  get memoryOnly(): boolean {
    return this.#memoryOnly;
  }

  /** What is on its way into one conversation, in order. */
  of(conversation: string): readonly PendingMessage[] {
    return [...this.#pending.values()].filter((pending) => pending.conversation === conversation);
  }

  start(): void {
    void this.#outbox.start();
  }

  /**
   * @returns the message's client id
   * @throws CablechatError `invalid`, with `fields.body`
   */
  send(conversation: string, text: string): string {
    const clientId = this.#options.ports.random.uuid();
    const message = { clientId, body: validBody(text), attachments: [], page: null, conversation };
    void this.#outbox.enqueue(message);
    return clientId;
  }

  retry(clientId: string): void {
    void this.#outbox.retry(clientId);
  }

  discard(clientId: string): void {
    this.#pending.delete(clientId);
    void this.#outbox.discard(clientId);
  }

  /** The backend is known to have it, although the answer to the send was lost. */
  acknowledge(message: Message): void {
    this.#outbox.acknowledge(message);
  }

  kick(): void {
    this.#outbox.kick();
  }

  stop(): void {
    this.#outbox.stop();
  }

  /** Forgets what is pending: the next agent at this browser must not send it in their name. */
  async clear(): Promise<void> {
    this.#pending.clear();
    await this.#outbox.clear();
  }

  #show(message: OutgoingMessage, error: CablechatError | null): void {
    const { clientId, body } = message;
    const conversation = conversationOf(message);
    this.#pending.set(clientId, { clientId, body, error, conversation });
    this.#options.events.pending(conversation, { clientId, body, error });
  }
}

/** Every message of a desk has one. An entry without is no desk's: it goes nowhere, and fails visibly. */
function conversationOf({ conversation }: OutgoingMessage): string {
  return conversation ?? "";
}
