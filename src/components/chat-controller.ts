import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ChatEvents } from "../core/chat-events.ts";
import { CablechatError } from "../core/errors.ts";
import type { Clock } from "../core/ports.ts";
import type { ChatOptions } from "../index.ts";
import { scheduleAutoOpen } from "./auto-open.ts";
import type { ChatView } from "./chat-view.ts";
import { dispatch } from "./host-events.ts";
import { readSettings, type Settings } from "./settings.ts";

interface ChatHost extends ReactiveControllerHost, HTMLElement {
  isOpen: boolean;
  cable: ChatOptions["cable"] | null;
}

export interface ChatControllerOptions {
  host: ChatHost;
  clock: Pick<Clock, "setTimeout">;
  createChat: (options: ChatOptions) => ChatView;
}

/** What the element tells as its own. `ready` is not among them: the element says it once it stands on the page. */
const FORWARDED = [
  "message",
  "sent",
  "failed",
  "unread",
  "connection",
  "conversation",
  "identified",
  "error",
  "catchup",
] as const satisfies readonly (keyof ChatEvents)[];

/** The element's chat: made from the attributes, made anew when they change, ended with the element. */
export class ChatController implements ReactiveController {
  readonly #options: ChatControllerOptions;
  readonly #told = new Set<string>();
  #settings: Settings | null = null;
  #chat: ChatView | null = null;
  #madeFrom: readonly unknown[] = [];
  #storage: Settings["storage"] = "local";
  #cancelAutoOpen: (() => void) | null = null;

  constructor(options: ChatControllerOptions) {
    this.#options = options;
    options.host.addController(this);
  }

  /** `null` while the element is outside a document, or its attributes are wrong. */
  get chat(): ChatView | null {
    return this.#chat;
  }

  /** `null` where a required attribute is missing or wrong. */
  get settings(): Settings | null {
    return this.#settings;
  }

  /**
   * The chat, for a call that needs one now.
   *
   * @throws CablechatError `invalid_configuration`; `destroyed` outside a document
   */
  require(): ChatView {
    this.sync();
    if (this.#chat !== null) return this.#chat;
    if (this.#settings === null) {
      throw new CablechatError("invalid_configuration", "<cable-chat>: a required attribute is missing or wrong.");
    }
    throw new CablechatError("destroyed", "<cable-chat> is not in a document.");
  }

  /** Reads the attributes and does what they say. */
  sync(): void {
    const { host } = this.#options;
    const settings = readSettings(
      (name) => propertyOf(host, name),
      (problem) => this.#tell(problem),
    );
    this.#settings = settings;
    if (settings === null || !host.isConnected) {
      this.#end();
      return;
    }
    const { endpoint, webchat, channel, reconnectDelayMs, maxReconnectDelayMs, storage } = settings;
    const cable = host.cable ?? undefined;
    const madeFrom = [endpoint, webchat, cable, channel, reconnectDelayMs, maxReconnectDelayMs];
    if (madeFrom.some((value, index) => value !== this.#madeFrom[index])) this.#end();
    if (this.#chat === null) {
      this.#madeFrom = madeFrom;
      this.#make({ endpoint, webchat, cable, channel, reconnectDelayMs, maxReconnectDelayMs, storage }, settings);
    }
    if (storage !== this.#storage) this.#chat?.setStorage(storage);
    this.#storage = storage;
    this.#syncOpen(host.isOpen || settings.position === "inline");
  }

  /** Ends the chat and begins a new one. What is unsent is kept outside of it. */
  restart(): void {
    this.#end();
    this.sync();
  }

  hostDisconnected(): void {
    // A move within the document disconnects and connects in one go: that is no end.
    queueMicrotask(() => {
      if (!this.#options.host.isConnected) this.#end();
    });
  }

  #make(options: ChatOptions, settings: Settings): void {
    const { host, clock, createChat } = this.#options;
    const chat = createChat(options);
    this.#chat = chat;
    this.#storage = settings.storage;
    const opened = (name: "open" | "close") => () => {
      host.isOpen = chat.isOpen;
      this.#cancelAutoOpen?.();
      if (settings.position !== "inline") dispatch(host, name, {});
    };
    for (const name of FORWARDED) chat.on(name, (detail) => dispatch(host, name, detail));
    chat.on("open", opened("open"));
    chat.on("close", opened("close"));
    chat.on("change", () => host.requestUpdate());
    chat.start();
    this.#cancelAutoOpen ??= scheduleAutoOpen(settings, clock, () => chat.open());
  }

  #syncOpen(open: boolean): void {
    if (this.#chat === null) return;
    if (open) this.#chat.open();
    else this.#chat.close();
    // An inline chat stays open, whatever was asked.
    this.#options.host.isOpen = open;
  }

  #end(): void {
    this.#cancelAutoOpen?.();
    this.#chat?.destroy();
    this.#chat = null;
  }

  #tell(error: CablechatError): void {
    if (this.#told.has(error.message)) return;
    this.#told.add(error.message);
    console.error(`[cablechat] ${error.message}`);
    dispatch(this.#options.host, "error", { error });
  }
}

/** The property behind an attribute, as text; `null` where it is unset, or a function. */
function propertyOf(host: object, attribute: string): string | null {
  const name = attribute.replace(/-./g, (hyphen) => hyphen.slice(1).toUpperCase());
  const value: unknown = (host as Record<string, unknown>)[name] ?? null;
  return value === null || typeof value === "function" ? null : String(value);
}
