import { createConsumer, type Subscription } from "@rails/actioncable";
import type {
  CableConsumer,
  CableIdentifier,
  CableSocket,
  CableSocketEvents,
  CableSubscription,
  CableSubscriptionEvents,
} from "../core/ports.ts";

/** What stands on a consumer since Rails 5 and the types do not show. */
interface Connection {
  webSocket: WebSocket;
  monitor: { stop(): void };
  close(): void;
}

type Consumer = ReturnType<typeof createConsumer> & {
  connection: Connection;
  subscriptions: { subscriptions: Subscription[]; forget(subscription: Subscription): void };
};

interface CableFrame {
  type?: unknown;
  identifier?: unknown;
  reason?: string;
  reconnect?: boolean;
}

/**
 * `@rails/actioncable`, one consumer a socket, with its own reconnection switched off: its monitor measures time with
 * `Date`, never replaces a socket stuck in CONNECTING, and keeps a dead one for 6 to 17 s.
 */
export const actionCableConsumer: CableConsumer = {
  open: (url, events) => new ActionCableSocket(url, events),
};

class ActionCableSocket implements CableSocket {
  readonly #consumer: Consumer;
  readonly #webSocket: WebSocket;
  readonly #events: CableSocketEvents;
  #over = false;

  constructor(url: string, events: CableSocketEvents) {
    this.#events = events;
    this.#consumer = createConsumer(url) as Consumer;
    this.#consumer.connect();
    this.#consumer.connection.monitor.stop();
    this.#webSocket = this.#consumer.connection.webSocket;
    const previous = this.#webSocket.onmessage;
    this.#webSocket.onmessage = (message) => this.#onMessage(message, previous);
    this.#webSocket.addEventListener("close", () => this.#end());
    this.#webSocket.addEventListener("error", () => this.#end());
  }

  subscribe(identifier: CableIdentifier, events: CableSubscriptionEvents): CableSubscription {
    let subscription: Subscription | null = null;
    // On a closing socket the library would open another one by itself; its close event is about to come.
    if (this.#webSocket.readyState === WebSocket.OPEN) {
      subscription = this.#consumer.subscriptions.create(identifier, {
        connected: () => this.#over || events.confirmed(),
        rejected: () => this.#over || events.rejected(),
        received: (data: unknown) => this.#over || events.received(data),
      });
    }
    return {
      perform: (action, data) => void (this.#over || subscription?.perform(action, data)),
      unsubscribe: () => void (this.#over || subscription?.unsubscribe()),
    };
  }

  close(): void {
    this.#over = true;
    this.#dispose();
  }

  /** The library parses first and would throw on what is no frame, out of reach; so it only gets what is one. */
  #onMessage(message: MessageEvent, deliver: WebSocket["onmessage"]): void {
    if (this.#over) return;
    this.#events.heard();
    const frame = this.#parse(message.data);
    if (frame === null || this.#over) return;
    if (frame.type === "disconnect") {
      this.#events.disconnected({ reason: frame.reason ?? null, reconnect: frame.reconnect !== false });
      return;
    }
    if (isForLibrary(frame)) deliver?.call(this.#webSocket, message);
    if (frame.type === "welcome" && !this.#over) this.#events.welcomed();
  }

  #parse(data: unknown): CableFrame | null {
    try {
      const frame: unknown = JSON.parse(String(data));
      if (typeof frame === "object" && frame !== null) return frame;
      throw new TypeError("A cable frame is a JSON object.");
    } catch (error) {
      // The named case: no JSON, or no object. One bad frame must not end the socket.
      this.#events.unreadable(error);
      return null;
    }
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#dispose();
    this.#events.closed();
  }

  #dispose(): void {
    const { subscriptions, connection } = this.#consumer;
    // The guarantor re-sends `subscribe` every 500 ms for whatever is unconfirmed; forgetting all stops its timer.
    for (const subscription of [...subscriptions.subscriptions]) subscriptions.forget(subscription);
    connection.monitor.stop();
    const socket = this.#webSocket;
    socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
    // In CONNECTING too: the standard fails the attempt; where a browser does not (WebKit bug 43835), it closes once open.
    socket.addEventListener("open", () => socket.close());
    socket.close();
  }
}

/** Whatever the library does not know it takes for a message: one to no subscription at all, where no identifier is given, and throws. */
function isForLibrary({ type, identifier }: CableFrame): boolean {
  if (typeof identifier !== "string") return type === "welcome";
  return type === undefined || type === "confirm_subscription" || type === "reject_subscription";
}
