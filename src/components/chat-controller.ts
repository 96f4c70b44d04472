import type { ChatEvents } from "../core/chat-events.ts";
import { CablechatError } from "../core/errors.ts";
import type { ChatOptions } from "../index.ts";
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
export interface ChatController {
  /** `null` while the element is outside a document, or its attributes are wrong. */
  readonly chat: ChatView | null;
  /** `null` where a required attribute is missing or wrong. */
  readonly settings: Settings | null;
  /** Whether the chat was ever opened or closed. */
  readonly wasUsed: boolean;
  /**
   * The chat, for a call that needs one now.
   *
   * @throws CablechatError `invalid_configuration`; `destroyed` outside a document
   */
  require(): ChatView;
  /** Reads the attributes and does what they say. */
  sync(): void;
  /** Ends the chat and begins a new one. What is unsent is kept outside of it. */
  readonly restart: () => void;
}

export function createChatController(host: ChatHost, createChat: (options: ChatOptions) => ChatView): ChatController {
  let chat: ChatView | null = null;
  let settings: Settings | null = null;
  const told = new Set<string>();
  let madeFrom: readonly unknown[] = [];
  let lastStorage: Settings["storage"] = "local";
  let wasUsed = false;

  const end = () => {
    chat?.destroy();
    chat = null;
  };

  const make = (its: Settings) => {
    const made = createChat({ ...its, cable: host.cable ?? undefined });
    chat = made;
    for (const name of FORWARDED) made.on(name, (detail) => dispatch(host, name, detail));
    for (const name of ["open", "close"] as const) {
      made.on(name, () => {
        host.isOpen = made.isOpen;
        wasUsed = true;
        if (its.position !== "inline") dispatch(host, name, {});
      });
    }
    made.on("change", () => host.requestUpdate());
    made.start();
  };

  const sync = () => {
    settings = readSettings(
      (name) => host.getAttribute(name),
      (error) => {
        if (!told.has(error.message)) tell(host, error);
        told.add(error.message);
      },
    );
    if (!settings || !host.isConnected) return end();
    const { endpoint, webchat, channel, reconnectDelayMs, maxReconnectDelayMs, storage } = settings;
    const from = [endpoint, webchat, host.cable, channel, reconnectDelayMs, maxReconnectDelayMs];
    if (differs(madeFrom, from)) end();
    madeFrom = from;
    if (!chat) make(settings);
    else if (storage !== lastStorage) chat.setStorage(storage);
    lastStorage = storage;
    const open = host.isOpen || settings.position === "inline";
    if (open) chat?.open();
    else chat?.close();
    // An inline chat stays open, whatever was asked.
    host.isOpen = open;
  };

  host.addController({
    hostDisconnected() {
      // A move within the document disconnects and connects in one go: that is no end.
      queueMicrotask(() => {
        if (!host.isConnected) end();
      });
    },
  });

  return {
    get chat() {
      return chat;
    },
    get settings() {
      return settings;
    },
    get wasUsed() {
      return wasUsed;
    },
    require() {
      sync();
      if (chat) return chat;
      if (settings) throw new CablechatError("destroyed", "<cable-chat> is in no document.");
      throw new CablechatError("invalid_configuration", "<cable-chat>: an attribute is missing or wrong.");
    },
    sync,
    restart() {
      end();
      sync();
    },
  };
}
