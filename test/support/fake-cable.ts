import type {
  CableConsumer,
  CableIdentifier,
  CableSocket,
  CableSocketEvents,
  CableSubscription,
  CableSubscriptionEvents,
} from "../../src/core/ports.ts";
import type { CableCommand, ServerSide } from "./server-side.ts";

/**
 * A cable without a network. Every opened socket waits in `sockets`; a test plays the server on it, frame by frame.
 * Passes the same contract as the real adapter (test/unit/browser/cable-consumer.contract.ts).
 */
export class FakeCable implements CableConsumer {
  readonly sockets: FakeSocket[] = [];

  open(url: string, events: CableSocketEvents): CableSocket {
    if (!URL.canParse(url)) throw new DOMException(`'${url}' is invalid.`, "SyntaxError");
    const socket = new FakeSocket(url, events);
    this.sockets.push(socket);
    return socket;
  }

  /** The newest socket. */
  get last(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error("No socket was opened.");
    return socket;
  }

  /** Those that neither side has closed. */
  get live(): FakeSocket[] {
    return this.sockets.filter(({ over }) => !over);
  }
}

/** Both ends of one socket. */
export class FakeSocket implements CableSocket, ServerSide {
  readonly url: string;
  readonly commands: CableCommand[] = [];
  readonly #events: CableSocketEvents;
  readonly #subscriptions = new Map<string, CableSubscriptionEvents>();
  #over = false;

  constructor(url: string, events: CableSocketEvents) {
    this.url = url;
    this.#events = events;
  }

  /** Whether either side has ended it. */
  get over(): boolean {
    return this.#over;
  }

  /** The conversations that were subscribed to, in order. */
  get asked(): string[] {
    const subscribes = this.commands.filter(({ command }) => command === "subscribe");
    return subscribes.map(({ identifier }) => String(JSON.parse(identifier)["conversation"]));
  }

  subscribe(identifier: CableIdentifier, events: CableSubscriptionEvents): CableSubscription {
    const key = JSON.stringify(identifier);
    this.#subscriptions.set(key, events);
    this.#command({ command: "subscribe", identifier: key });
    return {
      perform: (action, data) =>
        this.#command({ command: "message", identifier: key, data: JSON.stringify({ ...data, action }) }),
      unsubscribe: () => {
        this.#subscriptions.delete(key);
        this.#command({ command: "unsubscribe", identifier: key });
      },
    };
  }

  close(): void {
    this.#over = true;
  }

  /** From the server: the socket has closed, or never opened. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#events.closed();
  }

  /** From the server: text as it comes over the wire. */
  send(text: string): void {
    if (!this.#over) this.say(text);
  }

  /** The same, whether the socket is over or not: what was under way when it ended. */
  say(text: string): void {
    this.#events.heard();
    const frame = parse(text);
    if (frame === null) return this.#events.unreadable(new SyntaxError("not a frame"));
    const { type, identifier, message, reason, reconnect } = frame;
    const subscription = this.#subscriptions.get(String(identifier));
    if (type === "welcome") this.#events.welcomed();
    else if (type === "disconnect") {
      this.#events.disconnected({
        reason: typeof reason === "string" ? reason : null,
        reconnect: reconnect !== false,
      });
    } else if (type === "confirm_subscription") subscription?.confirmed();
    else if (type === "reject_subscription") {
      this.#subscriptions.delete(String(identifier));
      subscription?.rejected();
    } else if (type === undefined) subscription?.received(message);
  }

  #command(command: CableCommand): void {
    if (!this.#over) this.commands.push(command);
  }
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const frame: unknown = JSON.parse(text);
    return typeof frame === "object" && frame !== null ? (frame as Record<string, unknown>) : null;
  } catch {
    // The named case: no JSON. The caller tells.
    return null;
  }
}
