import type { ReactiveController } from "lit";
import type { ChatEvents } from "../core/chat-events.ts";
import { CablechatError } from "../core/errors.ts";
import type { Clock } from "../core/ports.ts";
import type { ChatOptions } from "../index.ts";
import { scheduleAutoOpen } from "./auto-open.ts";
import type { ChatView } from "./chat-view.ts";
import { differs } from "./differs.ts";
import { dispatch, tell } from "./host-events.ts";
import { readSettings, type Settings } from "./settings.ts";
import type { WidgetElement } from "./widget-element.ts";

interface ChatHost extends WidgetElement {
  isOpen: boolean;
  cable: ChatOptions["cable"] | null;
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
  /** `null` while the element is outside a document, or its attributes are wrong. */
  chat: ChatView | null = null;
  /** `null` where a required attribute is missing or wrong. */
  settings: Settings | null = null;
  readonly #host: ChatHost;
  readonly #clock: Pick<Clock, "setTimeout">;
  readonly #createChat: (options: ChatOptions) => ChatView;
  readonly #told = new Set<string>();
  #madeFrom: readonly unknown[] = [];
  #storage: Settings["storage"] = "local";
  #cancelAutoOpen: (() => void) | undefined;

  constructor(host: ChatHost, clock: Pick<Clock, "setTimeout">, createChat: (options: ChatOptions) => ChatView) {
    this.#host = host;
    this.#clock = clock;
    this.#createChat = createChat;
    host.addController(this);
  }

  /**
   * The chat, for a call that needs one now.
   *
   * @throws CablechatError `invalid_configuration`; `destroyed` outside a document
   */
  require(): ChatView {
    this.sync();
    if (this.chat) return this.chat;
    if (this.settings) throw new CablechatError("destroyed", "<cable-chat> is not in a document.");
    throw new CablechatError("invalid_configuration", "<cable-chat>: a required attribute is missing or wrong.");
  }

  /** Reads the attributes and does what they say. */
  sync(): void {
    const host = this.#host;
    this.settings = readSettings(
      (name) => host.getAttribute(name),
      (error) => {
        if (!this.#told.has(error.message)) tell(host, error);
        this.#told.add(error.message);
      },
    );
    const { settings } = this;
    if (!settings || !host.isConnected) {
      this.#end();
      return;
    }
    const { endpoint, webchat, channel, reconnectDelayMs, maxReconnectDelayMs, storage } = settings;
    const source = {
      endpoint,
      webchat,
      cable: host.cable ?? undefined,
      channel,
      reconnectDelayMs,
      maxReconnectDelayMs,
    };
    if (differs(this.#madeFrom, Object.values(source))) this.#end();
    this.#madeFrom = Object.values(source);
    if (!this.chat) this.#make({ ...source, storage }, settings);
    else if (storage !== this.#storage) this.chat.setStorage(storage);
    this.#storage = storage;
    const open = host.isOpen || settings.position === "inline";
    if (open) this.chat?.open();
    else this.chat?.close();
    // An inline chat stays open, whatever was asked.
    host.isOpen = open;
  }

  /** Ends the chat and begins a new one. What is unsent is kept outside of it. */
  restart(): void {
    this.#end();
    this.sync();
  }

  hostDisconnected(): void {
    // A move within the document disconnects and connects in one go: that is no end.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#end();
    });
  }

  #make(options: ChatOptions, settings: Settings): void {
    const host = this.#host;
    const chat = this.#createChat(options);
    this.chat = chat;
    for (const name of FORWARDED) chat.on(name, (detail) => dispatch(host, name, detail));
    for (const name of ["open", "close"] as const) {
      chat.on(name, () => {
        host.isOpen = chat.isOpen;
        this.#cancelAutoOpen?.();
        if (settings.position !== "inline") dispatch(host, name, {});
      });
    }
    chat.on("change", () => host.requestUpdate());
    chat.start();
    this.#cancelAutoOpen ??= scheduleAutoOpen(settings, this.#clock, () => chat.open());
  }

  #end(): void {
    this.#cancelAutoOpen?.();
    this.chat?.destroy();
    this.chat = null;
  }
}
