import type {
  CableIdentifier,
  CableSocket,
  CableSocketEvents,
  CableSubscription,
  CableSubscriptionEvents,
} from "../../src/core/ports.ts";
import type { FrameDamage } from "./conditions.ts";
import type { Network } from "./network.ts";
import type { SimPage } from "./sim-page.ts";

interface Stream {
  readonly conversation: string;
  readonly session: string;
  readonly events: CableSubscriptionEvents;
  /** What the server broadcasts reaches it. */
  attached: boolean;
  wanted: boolean;
}

const PING_MS = 3_000;

/** One socket, both of its ends: what the page sees, and what the server believes. Speaks `actioncable-v1-json`. */
export class SimSocket implements CableSocket {
  readonly page: SimPage;
  readonly #network: Network;
  readonly #events: CableSocketEvents;
  readonly #streams = new Map<string, Stream>();
  /** Conversations whose confirmation has reached the page, and which it has not left. */
  readonly confirmed = new Set<string>();
  /** Both directions lead nowhere, and nobody says so. */
  #dark = false;
  #over = false;
  #serverOpen = false;
  #cancelPing: () => void = () => undefined;

  constructor(network: Network, page: SimPage, events: CableSocketEvents) {
    this.#network = network;
    this.page = page;
    this.#events = events;
    const { conditions, clock } = network;
    const now = clock.now();
    if (conditions.offline) return;
    if (now < conditions.stuckUntil) {
      // WebKit bug 43835 and its kin: it may open much later, when nobody wants it any more.
      this.#later(() => this.#accept(), network.random.between(9_000, 40_000));
    } else if (now < Math.max(conditions.downUntil, conditions.socketlessUntil))
      this.#later(() => this.#end(), network.latencyMs());
    else this.#later(() => this.#accept(), network.latencyMs());
  }

  get over(): boolean {
    return this.#over;
  }

  subscribe(identifier: CableIdentifier, events: CableSubscriptionEvents): CableSubscription {
    const key = JSON.stringify(identifier);
    const conversation = identifier["conversation"] ?? "";
    const stream: Stream = {
      conversation,
      session: identifier["session"] ?? "",
      events,
      attached: false,
      wanted: true,
    };
    // Commands of one connection run on a pool: each takes its own time, so two can swap.
    this.#toServer(() => this.#subscribed(key, stream));
    return {
      perform: () => undefined,
      unsubscribe: () => {
        stream.wanted = false;
        this.confirmed.delete(conversation);
        this.#toServer(() => {
          stream.attached = false;
          if (this.#streams.get(key) === stream) this.#streams.delete(key);
        });
      },
    };
  }

  close(): void {
    this.#network.tell(() => `  ${this.page.name} cable closed by the page`);
    this.#over = true;
    this.page.monitor.socketEnded(this);
    if (this.#dark) this.#hangUp();
    else this.#network.clock.setTimeout(() => this.#hangUp(), this.#network.latencyMs());
  }

  /** The page's process is gone. */
  abandon(): void {
    this.#over = true;
    this.#hangUp();
  }

  /** The peer falls silent, and the socket stays "open". */
  goDark(): void {
    this.#dark = true;
  }

  /** The server's end is gone. @param farewell a `disconnect` frame comes first, as a polite server sends it */
  sever(farewell: boolean): void {
    this.#hangUp();
    if (farewell) this.#dismiss("server_restart", true);
    else this.#later(() => this.#end(), this.#network.latencyMs());
  }

  /** The server sends a broadcast on. */
  broadcast(conversation: string, frame: unknown, damage: FrameDamage | null): void {
    for (const stream of this.#streams.values()) {
      if (!stream.attached || stream.conversation !== conversation) continue;
      const deliver = () => this.#receive(stream, frame, damage);
      this.#toPage(deliver, this.#network.broadcastDelayMs());
      if (this.#network.duplicates()) this.#toPage(deliver, this.#network.broadcastDelayMs());
    }
  }

  /** The server has ended a session: nothing further is broadcast to it. @param told whether it says so */
  endSession(session: string, told: boolean): void {
    for (const [key, stream] of this.#streams) {
      if (stream.session !== session) continue;
      stream.attached = false;
      this.#streams.delete(key);
      if (told) this.#toPage(() => stream.wanted && stream.events.rejected(), 1);
    }
  }

  #accept(): void {
    if (this.#over || this.#dark) return;
    const { refusal } = this.#network;
    if (refusal !== null && refusal !== "reject_subscription") return this.#dismiss(refusal, false);
    this.#serverOpen = true;
    this.#network.attached.add(this);
    this.#toPage(() => this.#events.welcomed(), 1);
    this.#schedulePing();
  }

  /** A `disconnect` frame, and then the end. */
  #dismiss(reason: string, reconnect: boolean): void {
    this.#toPage(() => this.#events.disconnected({ reason, reconnect }), 1);
    this.#later(() => this.#end(), 5);
  }

  #subscribed(key: string, stream: Stream): void {
    const { conditions, clock, backend, random, refusal } = this.#network;
    if (clock.now() < conditions.deafUntil || !stream.wanted || this.#streams.has(key)) return;
    if (refusal === "reject_subscription" || !backend.owns(stream.session, stream.conversation)) {
      this.#toPage(() => stream.wanted && stream.events.rejected(), 1);
      return;
    }
    this.#streams.set(key, stream);
    const attach = () => {
      stream.attached = this.#streams.get(key) === stream;
    };
    if (conditions.attachLagMs > 0) clock.setTimeout(attach, random.below(conditions.attachLagMs));
    else attach();
    this.#toPage(() => {
      if (!stream.wanted) return;
      this.#network.tell(() => `  ${this.page.name} cable confirmed ${stream.conversation}`);
      this.confirmed.add(stream.conversation);
      this.page.monitor.confirmed(this, stream.conversation);
      stream.events.confirmed();
    }, this.#network.latencyMs());
  }

  #receive(stream: Stream, frame: unknown, damage: FrameDamage | null): void {
    if (!stream.wanted) return;
    if (damage === "text") return this.#events.unreadable(new SyntaxError("Unexpected end of JSON input"));
    if (damage === "content") return stream.events.received({ type: "message", message: { body: "no id" } });
    if (damage === "unknown") stream.events.received({ type: "message.pinned", id: "1" });
    this.#network.tell(() => `  ${this.page.name} cable ${stream.conversation} ${JSON.stringify(frame).slice(0, 60)}`);
    this.page.monitor.frameDelivered(stream.conversation, frame);
    stream.events.received(frame);
  }

  #schedulePing(): void {
    this.#cancelPing = this.#network.clock.setTimeout(() => {
      this.#toPage(() => undefined, 1);
      this.#schedulePing();
    }, PING_MS);
  }

  #end(): void {
    if (this.#over || this.#dark) return;
    this.page.deliver(() => {
      if (this.#over) return;
      this.#over = true;
      this.page.monitor.socketEnded(this);
      this.#network.tell(() => `  ${this.page.name} cable closed`);
      this.#events.closed();
    });
  }

  #hangUp(): void {
    this.#serverOpen = false;
    this.#cancelPing();
    this.#streams.clear();
    this.#network.attached.delete(this);
  }

  #toServer(command: () => void): void {
    this.#later(() => this.#serverOpen && command(), this.#network.latencyMs());
  }

  /** Every frame is a sign of life. */
  #toPage(frame: () => void, delayMs: number): void {
    this.#later(() => {
      this.page.deliver(() => {
        if (this.#over || this.#dark || this.page.meet("frame") === null) return;
        this.#events.heard();
        frame();
      });
    }, delayMs);
  }

  /** On the wire: what is under way when the line goes dark is lost. */
  #later(what: () => void, delayMs: number): void {
    this.#network.clock.setTimeout(() => {
      if (!this.#dark) what();
    }, delayMs);
  }
}
