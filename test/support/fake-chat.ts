import type { ChatView } from "../../src/components/chat-view.ts";
import type { ChatEvents } from "../../src/core/chat-events.ts";
import { Emitter, type Unsubscribe } from "../../src/core/emitter.ts";
import { CablechatError } from "../../src/core/errors.ts";
import type { Author, ShownMessage } from "../../src/core/message.ts";
import type { Webchat } from "../../src/core/webchat.ts";

export const ANA: Author = { type: "agent", id: "9", name: "Ana Lima", avatarUrl: null };
export const VISITOR: Author = { type: "visitor", id: null, name: null, avatarUrl: null };

export const WEBCHAT: Webchat = {
  id: "demo",
  name: "Acme Support",
  locale: "en",
  theme: {},
  greeting: null,
  availability: { online: true, returnsAt: null },
  uploads: null,
};

/** A message as it stands in the list; complete, and Ana's, unless told otherwise. */
export function shownMessage(id: string, more: Partial<ShownMessage> = {}): ShownMessage {
  return {
    key: id,
    id,
    clientId: null,
    conversation: "77",
    revision: 1,
    author: ANA,
    state: "complete",
    body: `message ${id}`,
    chunk: null,
    attachments: [],
    reactions: [],
    createdAt: "2026-11-21T10:00:00.000000Z",
    editedAt: null,
    delivery: null,
    error: null,
    stopping: false,
    ...more,
  };
}

/** A chat whose state a test sets, and whose calls it reads. It has the shape of `Chat`, and no network. */
export class FakeChat implements ChatView {
  messages: readonly ShownMessage[] = [];
  unreadCount = 0;
  connection: ChatView["connection"] = { state: "idle" };
  conversation: ChatView["conversation"] = null;
  webchat: Webchat | null = WEBCHAT;
  hasMoreBefore = false;
  loadingOlder = false;
  typing: readonly Author[] = [];
  isOpen = false;
  draft = "";
  problem: CablechatError | null = null;
  memoryOnly = false;
  ended = false;
  /** Every call, in order: `["send", "Hello"]`. */
  readonly calls: unknown[][] = [];
  /** What `loadOlder()` does. */
  older: () => Promise<void> = () => Promise.resolve();
  destroyed = false;
  readonly #events = new Emitter<ChatEvents>((error) => {
    throw error;
  });
  #sent = 0;

  /** Sets what is shown, and says so. */
  set(change: Partial<Omit<FakeChat, "calls">>): void {
    Object.assign(this, change);
    this.emit("change", {});
  }

  emit<Name extends keyof ChatEvents>(name: Name, payload: ChatEvents[Name]): void {
    this.#events.emit(name, payload);
  }

  on<Name extends keyof ChatEvents>(name: Name, listener: (payload: ChatEvents[Name]) => void): Unsubscribe {
    return this.#events.on(name, listener);
  }

  start(): void {
    this.calls.push(["start"]);
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.emit("open", {});
    this.emit("change", {});
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.emit("close", {});
    this.emit("change", {});
  }

  send(text: string, files: Iterable<File> = []): string {
    const length = [...text.trim()].length;
    const names = [...files].map(({ name }) => name);
    if ((length === 0 && names.length === 0) || length > 10_000)
      throw new CablechatError("invalid", "Empty or too long");
    this.calls.push(names.length > 0 ? ["send", text, names] : ["send", text]);
    const clientId = `client-${++this.#sent}`;
    const pending = shownMessage(clientId, {
      id: null,
      clientId,
      author: VISITOR,
      body: text,
      createdAt: null,
      delivery: "pending",
    });
    this.set({ messages: [...this.messages, pending] });
    return clientId;
  }

  retry(clientId: string): void {
    this.calls.push(["retry", clientId]);
  }

  discard(clientId: string): void {
    this.calls.push(["discard", clientId]);
  }

  async cancel(messageId: string): Promise<void> {
    this.calls.push(["cancel", messageId]);
  }

  async loadOlder(): Promise<void> {
    this.calls.push(["loadOlder"]);
    await this.older();
  }

  notifyTyping(): void {
    this.calls.push(["notifyTyping"]);
  }

  prefill(text: string): void {
    this.set({ draft: text });
  }

  async identify(identity: unknown): Promise<void> {
    this.calls.push(["identify", identity]);
  }

  async setAttributes(attributes: unknown): Promise<void> {
    this.calls.push(["setAttributes", attributes]);
  }

  async reset(): Promise<void> {
    this.calls.push(["reset"]);
  }

  setStorage(kind: string): void {
    this.calls.push(["setStorage", kind]);
  }

  destroy(): void {
    this.destroyed = true;
  }
}
