import { BackendConversation, type Json } from "./backend-conversation.ts";
import { BackendUploads } from "./backend-uploads.ts";
import type { LogRow } from "./log-row.ts";

export interface BackendOptions {
  /** Whether this backend numbers its changes; some do not (protocol/README.md, "What the client promises", 6). */
  revisions: boolean;
  /** JSON numbers or strings: both work. */
  numericIds: boolean;
  /** At most so many rows a page, whatever is asked for. */
  pageSize: number;
  /** How many messages a bootstrap brings. */
  bootstrapSize: number;
}

export interface SendRequest {
  client_id: string;
  body: string;
  attachments?: readonly string[];
}

/** Contacts are told from sessions by their names. */
export const CONTACT = "user-";

export interface Sent {
  created: boolean;
  row: LogRow;
  conversation: BackendConversation;
}

/** A scripted backend in memory that keeps the contract (protocol/README.md, "What a backend promises"). */
export class Backend {
  readonly options: BackendOptions;
  readonly #wallNow: () => number;
  /** In the order made. */
  readonly conversations: BackendConversation[] = [];
  readonly uploads = new BackendUploads();
  readonly #broadcast: (conversation: string, frame: Json) => void;
  /** Those that were ever of use, in the order of their first. */
  readonly #sessions = new Set<string>();
  /** Whom a session is tied to. */
  readonly #contacts = new Map<string, string>();
  /** Sessions that staff have ended; none is made again. */
  readonly #ended = new Set<string>();
  /** Sessions and contacts. */
  readonly #left = new Set<string>();
  #lastId = 0;

  constructor(options: BackendOptions, wallNow: () => number, broadcast: (conversation: string, frame: Json) => void) {
    this.options = options;
    this.#wallNow = wallNow;
    this.#broadcast = broadcast;
  }

  /** What the session reads: its open conversation, else its latest. */
  current(session: string | null): BackendConversation | null {
    return session === null ? null : this.#currentOf(this.#ownerOf(session));
  }

  /** All that the session may name messages of. */
  readable(session: string): readonly BackendConversation[] {
    return this.#of(this.#ownerOf(session));
  }

  /** The one that agents write to: what the session in use reads, else the last that anybody has read. */
  get latest(): BackendConversation | null {
    const inUse = [...this.#sessions].filter((session) => !this.isOver(session)).at(-1);
    const all = this.conversations;
    // What somebody who has signed out had sent may arrive late.
    const read = this.#left.size > 0 ? all.filter(({ id }) => !this.isLeft(id)) : all;
    return this.current(inUse ?? null) ?? read.at(-1) ?? all.at(-1) ?? null;
  }

  /** What visitors have sent, in the order taken; a contact's conversations may take turns. */
  get taken(): readonly LogRow[] {
    const rows = this.conversations.flatMap(({ log }) => log.filter(({ clientId }) => clientId !== null));
    return this.conversations.length > 1 ? rows.sort((a, b) => Number(a.id) - Number(b.id)) : rows;
  }

  knows(clientId: string): boolean {
    return this.conversations.some((conversation) => conversation.byClientId(clientId));
  }

  get sessionsEnded(): number {
    return this.#ended.size;
  }

  hasEnded(session: string | null): boolean {
    return this.#ended.has(session ?? "");
  }

  /** Whether nothing is written under it any more: it has ended, or was left. */
  isOver(session: string | null): boolean {
    return this.hasEnded(session) || this.wasLeft(session);
  }

  /** Whether nobody reads it as a visitor: the sessions that did are over, or its contact is not known here yet. */
  isPast(conversation: string | null): boolean {
    const owner = this.#find(conversation)?.owner;
    if (owner === undefined) return false;
    if (this.#left.has(owner)) return true;
    if (!owner.startsWith(CONTACT)) return this.#ended.has(owner);
    return ![...this.#contacts].some(([session, contact]) => contact === owner && !this.isOver(session));
  }

  /** Where a message is; what is left of a deleted one may not say so. */
  homeOf({ id, conversation }: { id: string | null; conversation: string | null }): string | null {
    return conversation ?? this.conversations.find((one) => id !== null && one.find(id))?.id ?? null;
  }

  /** The visitor has signed out; the backend is not told. @param owner a session, or a contact */
  leave(owner: string): void {
    this.#left.add(owner);
  }

  wasLeft(session: string | null): boolean {
    return this.#left.has(session ?? "");
  }

  /** Whether it is that of a visitor who has signed out. */
  isLeft(conversation: string | null): boolean {
    return this.#left.has(this.#find(conversation)?.owner ?? "");
  }

  /** Whom the session is tied to. */
  contactOf(session: string | null): string | null {
    return this.#contacts.get(session ?? "") ?? null;
  }

  /** Ties the session. What it wrote before becomes the contact's; where both have an open conversation, the contact's counts. */
  identify(session: string, contact: string): void {
    this.#sessions.add(session);
    this.#contacts.set(session, contact);
    for (const conversation of this.#of(session)) {
      conversation.passTo(contact, conversation.status === "open" && this.#currentOf(contact)?.status === "open");
    }
  }

  /** The contact writes from another device: into a conversation that is open from then on. */
  writeElsewhere(contact: string, request: SendRequest): void {
    const conversation = this.#currentOf(contact) ?? this.#openConversation(contact);
    conversation.create({ author: "visitor", body: request.body, clientId: request.client_id });
  }

  /** Staff end the session of the latest conversation, or all of its contact. @returns those that end now */
  endLatest(): string[] {
    const owner = this.latest?.owner;
    const ended = [...this.#sessions].filter((each) => this.#ownerOf(each) === owner && !this.#ended.has(each));
    for (const session of ended) this.#ended.add(session);
    // A contact's goes on when it comes back.
    if (ended.some((session) => session === owner)) for (const each of this.#of(owner ?? "")) each.close();
    return ended;
  }

  owns(session: string, conversation: string): boolean {
    return !this.#ended.has(session) && this.#find(conversation)?.owner === this.#ownerOf(session);
  }

  /**
   * Get or create, under one lock: idempotent by client id, also in conversations that were closed since.
   *
   * @returns `null` where an upload is not known
   */
  send(session: string, request: SendRequest): Sent | null {
    this.#sessions.add(session);
    const owner = this.#ownerOf(session);
    for (const conversation of this.#of(owner)) {
      const row = conversation.byClientId(request.client_id);
      if (row) return { created: false, row, conversation };
    }
    const attachments = this.uploads.take(session, request.attachments ?? []);
    if (!attachments) return null;
    const current = this.current(session);
    const conversation = current?.status === "open" ? current : this.#openConversation(owner);
    const row = conversation.create({
      author: "visitor",
      body: request.body,
      clientId: request.client_id,
      session,
      attachments,
    });
    return { created: true, row, conversation };
  }

  /** A crash or restart: no reply stays "streaming" for ever. */
  failStreaming(): void {
    for (const conversation of this.conversations) conversation.failStreaming();
  }

  #ownerOf(session: string): string {
    return this.#contacts.get(session) ?? session;
  }

  #of(owner: string): BackendConversation[] {
    return this.conversations.filter((conversation) => conversation.owner === owner);
  }

  #currentOf(owner: string): BackendConversation | null {
    const all = this.#of(owner);
    return all.find(({ status }) => status === "open") ?? all.at(-1) ?? null;
  }

  #find(conversation: string | null): BackendConversation | undefined {
    return this.conversations.find(({ id }) => id === conversation);
  }

  #openConversation(owner: string): BackendConversation {
    const conversation = new BackendConversation({
      owner,
      id: String(70 + this.conversations.length),
      options: this.options,
      nextId: () => String(++this.#lastId),
      wallNow: this.#wallNow,
      broadcast: (frame) => this.#broadcast(conversation.id, frame),
    });
    this.conversations.push(conversation);
    return conversation;
  }
}
