import type { Identity } from "./api/webchats-api.ts";
import { assertChatOptions, type ChatOptions, type ChatPorts } from "./chat-options.ts";
import type { ChatEvents } from "./core/chat-events.ts";
import type { ConnectionStatus } from "./core/connection-status.ts";
import type { Conversation } from "./core/conversation.ts";
import type { Unsubscribe } from "./core/emitter.ts";
import { CablechatError } from "./core/errors.ts";
import type { Author, ShownMessage } from "./core/message.ts";
import type { Webchat } from "./core/webchat.ts";
import { validBody } from "./outbox/valid-body.ts";
import type { Attributes } from "./session/contact.ts";
import type { StorageKind } from "./session/session-keeper.ts";
import { Visit } from "./visit.ts";

export type { ChatOptions, ChatPorts } from "./chat-options.ts";

/** One webchat, headless: everything but the drawing. What a page may ask of it; `Visit` does the work. */
export class Chat {
  readonly #visit: Visit;
  readonly #ports: ChatPorts;
  #draft = "";

  /** @throws CablechatError `invalid_configuration`, naming the option */
  constructor(options: ChatOptions, ports: ChatPorts) {
    assertChatOptions(options);
    this.#ports = ports;
    this.#visit = new Visit(options, ports);
  }

  /** In the order shown; a new array at each change. */
  get messages(): readonly ShownMessage[] {
    return this.#visit.store.messages;
  }

  /** Messages of somebody else that are not read yet, as far as they are loaded. */
  get unreadCount(): number {
    return this.#visit.attention.unreadCount;
  }

  get connection(): ConnectionStatus {
    return this.#visit.connection;
  }

  get conversation(): Conversation | null {
    return this.#visit.conversation;
  }

  /** The settings; `null` before the bootstrap has answered. */
  get webchat(): Webchat | null {
    return this.#visit.webchat;
  }

  /** Whether older messages can be loaded. */
  get hasMoreBefore(): boolean {
    return this.#visit.history.hasMore;
  }

  get loadingOlder(): boolean {
    return this.#visit.history.loading;
  }

  /** Who is typing right now. */
  get typing(): readonly Author[] {
    return this.#visit.typing.authors;
  }

  get isOpen(): boolean {
    return this.#visit.attention.isOpen;
  }

  /** Whether this browser has a session: a visitor who has written before. */
  get hasSession(): boolean {
    return this.#visit.keeper.session !== null;
  }

  /** What `prefill()` gave. */
  get draft(): string {
    return this.#draft;
  }

  /** What keeps the chat from working, for the visitor to be told; `null` when nothing does. */
  get problem(): CablechatError | null {
    return this.#visit.problem;
  }

  /** Whether a reload would lose what is pending: the browser denies storage. */
  get memoryOnly(): boolean {
    return this.#visit.memoryOnly;
  }

  on<Name extends keyof ChatEvents>(name: Name, listener: (payload: ChatEvents[Name]) => void): Unsubscribe {
    return this.#visit.events.on(name, listener);
  }

  /** A returning visitor is connected; for a new one nothing happens until `open()` or `send()`. */
  start(): void {
    this.#visit.start();
  }

  /** The visitor looks at the conversation from now on. */
  open(): void {
    if (this.isOpen || this.#visit.over) return;
    this.#visit.begin();
    this.#visit.attention.setOpen(true);
    this.#visit.events.emit("open", {});
    this.#visit.changed();
  }

  close(): void {
    if (!this.isOpen) return;
    this.#visit.typingNotifier.stop();
    this.#visit.attention.setOpen(false);
    this.#visit.events.emit("close", {});
    this.#visit.changed();
  }

  toggle(): void {
    if (this.isOpen) this.close();
    else this.open();
  }

  /**
   * Sends `text`, now or as soon as it can be.
   *
   * @returns the message's client id
   * @throws CablechatError `invalid`, with `fields.body`: empty, or longer than 10,000 characters
   */
  send(text: string): string {
    this.#assertAlive();
    const body = validBody(text);
    const clientId = this.#ports.random.uuid();
    this.#draft = "";
    this.#visit.typingNotifier.stop();
    void this.#visit.outbox.enqueue({ clientId, body, attachments: [], page: this.#ports.lifecycle.page() });
    return clientId;
  }

  /** Tries a failed message again. */
  retry(clientId: string): void {
    void this.#visit.outbox.retry(clientId);
  }

  /** Deletes a message that could not be sent. */
  discard(clientId: string): void {
    this.#visit.store.removePending(clientId);
    void this.#visit.outbox.discard(clientId);
    this.#visit.changed();
  }

  /** Loads the messages before the first one shown. A failure is told as `error`; calling again tries again. */
  loadOlder(): Promise<void> {
    return this.#visit.history.load();
  }

  /** The visitor has pressed a key in the composer. */
  notifyTyping(): void {
    this.#visit.typingNotifier.typed();
  }

  /** Puts `text` into the composer. */
  prefill(text: string): void {
    this.#draft = text;
    this.#visit.changed();
  }

  /**
   * Ties the session to a contact of the host application.
   *
   * @throws CablechatError `invalid_identity` where the hash is wrong; nothing has changed then
   */
  async identify(identity: Identity): Promise<void> {
    this.#assertAlive();
    await this.#visit.contact.identify(identity);
    this.#visit.startOver();
  }

  /** Adds to what the staff see of the visitor; before `identify()` it is kept until then. */
  async setAttributes(attributes: Attributes): Promise<void> {
    this.#assertAlive();
    if (await this.#visit.contact.setAttributes(attributes)) this.#visit.startOver();
  }

  /** Signs out: forgets session, outbox and transcript on this browser. */
  async reset(): Promise<void> {
    this.#draft = "";
    await this.#visit.forget();
  }

  /** Keeps the session elsewhere from now on, e.g. after consent. */
  setStorage(kind: StorageKind): void {
    this.#visit.keeper.moveTo(kind);
  }

  /** Ends everything that was started. The chat cannot be used afterwards. */
  destroy(): void {
    this.#visit.end();
  }

  #assertAlive(): void {
    if (this.#visit.over) throw new CablechatError("destroyed", "This chat has been destroyed.");
  }
}
