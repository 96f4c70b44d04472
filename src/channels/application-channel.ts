import { Emitter, type Unsubscribe } from "../core/emitter.ts";
import type { CableIdentifier, PageEvent, Ports } from "../core/ports.ts";
import { type CableLine, type CableUrl, newLine } from "./cable-line.ts";
import { MAX_RECONNECT_DELAY_MS, type ReconnectOptions, reconnectDelayMs } from "./reconnect-delay.ts";
import type { ChannelSubscription, SubscriptionEvents, SubscriptionSlot } from "./subscription-slot.ts";

export type { CableUrl } from "./cable-line.ts";

/** `waiting` carries when the next attempt is due; `closed` means that none will be made. */
export type ChannelStatus =
  | { readonly state: "idle" }
  | { readonly state: "connecting"; readonly attempt: number }
  | { readonly state: "open" }
  | { readonly state: "waiting"; readonly attempt: number; readonly retryInMs: number }
  | { readonly state: "closed"; readonly reason: string };

export interface ChannelEvents {
  status: ChannelStatus;
  /** A socket was given up. `true` where it went without a word: what else is kept open over the same line is likely as dead. */
  replaced: boolean;
}

const UNCONFIRMED_MS = 5_000;
/** A confirmation that has held so long makes the server trusted again. */
const HELD_MS = 3_000;

/**
 * Which socket is alive. Owns the sockets of one cable URL and nothing else: at most one socket and one attempt at a
 * time, a `CableLine` each; what an older one still says is ignored.
 *
 * "Disconnected" will be retried, "closed" will not, until somebody subscribes anew.
 */
export class ApplicationChannel {
  readonly #url: CableUrl;
  readonly #ports: Ports;
  readonly #options: ReconnectOptions;
  readonly #slots = new Map<string, SubscriptionSlot>();
  readonly #retired = new Set<string>();
  readonly #foreground = new Set<object>();
  readonly #events: Emitter<ChannelEvents>;
  #status: ChannelStatus = { state: "idle" };
  /** How many attempts have failed since the last one that held. */
  #attempt = 0;
  #dueAt = 0;
  #notBefore = 0;
  #line: CableLine | null = null;
  #cancelAttempt: (() => void) | null = null;
  #stopListening: (() => void) | null = null;

  constructor(url: CableUrl, ports: Ports, options: ReconnectOptions = {}) {
    this.#url = url;
    this.#ports = ports;
    this.#options = options;
    this.#events = new Emitter(ports.reportError);
  }

  get status(): ChannelStatus {
    return this.#status;
  }

  on<Name extends keyof ChannelEvents>(name: Name, listener: (payload: ChannelEvents[Name]) => void): Unsubscribe {
    return this.#events.on(name, listener);
  }

  /** Stays subscribed across sockets until `unsubscribe()` or a rejection. The first subscription opens the socket. */
  subscribe(identifier: CableIdentifier, events: SubscriptionEvents): ChannelSubscription {
    const key = JSON.stringify(identifier);
    const owners: SubscriptionSlot["owners"] = new Emitter(this.#ports.reportError);
    const slot = this.#slots.get(key) ?? { identifier, owners, state: "wanted", cable: null };
    this.#slots.set(key, slot);
    let left = false;
    const stop = slot.owners.on("told", (tell) => tell(events));
    // The server says either only once; who comes later is told as well, but not before it has its subscription in hand.
    const { state } = slot;
    queueMicrotask(() => {
      if (left || state !== slot.state) return;
      if (state === "confirmed") events.onSubscriptionConfirmed();
      if (state === "rejected") events.onRejected();
    });
    if (this.#status.state === "idle" || this.#status.state === "closed") {
      this.#stopListening ??= this.#ports.lifecycle.listen((event) => this.#onPageEvent(event));
      this.#connectAnew();
    } else if (this.#retired.has(key)) this.#replace(false);
    else if (this.#status.state === "open") this.#ask(slot);
    return {
      perform: (action, data) => {
        if (slot.state === "confirmed") slot.cable?.perform(action, data);
      },
      unsubscribe: () => {
        if (left) return;
        left = true;
        stop();
        if (slot.owners.size === 0) this.#leave(key, slot);
      },
    };
  }

  /** While any holder is in the foreground, reconnection is prompt; else it is spread out. */
  setForeground(holder: object, foreground: boolean): void {
    const { size } = this.#foreground;
    if (foreground) this.#foreground.add(holder);
    else this.#foreground.delete(holder);
    if (size === 0 && foreground) this.#hurry();
  }

  /** The server asked for patience (`Retry-After`): no attempt before `delayMs` have passed, capped at the maximum delay. */
  holdOff(delayMs: number): void {
    const now = this.#ports.clock.now();
    const capMs = this.#options.maxReconnectDelayMs ?? MAX_RECONNECT_DELAY_MS;
    this.#notBefore = Math.max(this.#notBefore, now + Math.min(delayMs, capMs));
    if (this.#status.state === "waiting") this.#wait(this.#dueAt - now);
  }

  #connectAnew(): void {
    this.#attempt = 0;
    this.#connect();
  }

  #connect(): void {
    const line = newLine(this.#ports, {
      opened: () => this.#onOpened(),
      lost: (reason) => this.#replace(reason),
      refused: (reason) => this.#close(reason),
    });
    this.#line = line;
    this.#setStatus({ state: "connecting", attempt: this.#attempt });
    // Whoever was told may have ended it all.
    if (this.#line === line) line.open(this.#url);
  }

  #onOpened(): void {
    this.#setStatus({ state: "open" });
    for (const slot of this.#slots.values()) this.#ask(slot);
  }

  /** Once a socket. */
  #ask(slot: SubscriptionSlot): void {
    const line = this.#line;
    if (slot.state !== "wanted" || !line?.socket) return;
    const tell = line.ifLive((what: (owner: SubscriptionEvents) => void) => slot.owners.emit("told", what));
    slot.state = "asked";
    line.later(UNCONFIRMED_MS, () => slot.state === "asked" && this.#replace(false));
    slot.cable = line.socket.subscribe(slot.identifier, {
      confirmed: line.ifLive(() => {
        if (slot.state !== "asked") return;
        slot.state = "confirmed";
        line.later(HELD_MS, () => {
          this.#attempt = 0;
        });
        tell((owner) => owner.onSubscriptionConfirmed());
      }),
      rejected: line.ifLive(() => {
        slot.state = "rejected";
        slot.cable = null;
        tell((owner) => owner.onRejected());
      }),
      received: (data) => tell((owner) => owner.onReceived(data)),
    });
  }

  /** Every reason to want another socket ends here; several at once make one attempt. */
  #replace(wordless: boolean): void {
    this.#wait(this.#delayMs());
    this.#events.emit("replaced", wordless);
    this.#tellLost();
  }

  #close(reason: string): void {
    this.#drop();
    this.#setStatus({ state: "closed", reason });
    this.#tellLost();
  }

  /** The timer is set first, since whoever is told may end it all. */
  #wait(delayMs: number): void {
    this.#drop();
    const { clock } = this.#ports;
    const now = clock.now();
    const retryInMs = Math.max(delayMs, this.#notBefore - now, 0);
    this.#dueAt = now + retryInMs;
    this.#cancelAttempt = clock.setTimeout(() => {
      this.#attempt += 1;
      this.#connect();
    }, retryInMs);
    this.#setStatus({ state: "waiting", attempt: this.#attempt, retryInMs });
  }

  #delayMs(): number {
    return reconnectDelayMs(this.#options, this.#attempt, this.#ports.random.fraction(), this.#foreground.size > 0);
  }

  /** Somebody looks, or the network is back: what was waiting need not wait as long; it never waits longer. */
  #hurry(): void {
    if (this.#status.state !== "waiting") return;
    this.#attempt = 0;
    this.#wait(Math.min(this.#delayMs(), this.#dueAt - this.#ports.clock.now()));
  }

  #onPageEvent(event: PageEvent): void {
    if (event === "online" || event === "restored") {
      // The old socket belongs to a network, or a page life, that is over; often it does not know yet.
      if (this.#line) {
        this.#attempt = 0;
        this.#replace(true);
      } else this.#hurry();
    } else if (event === "visible") {
      this.#line?.check();
      if (this.#foreground.size > 0) this.#hurry();
    }
  }

  #leave(key: string, slot: SubscriptionSlot): void {
    this.#slots.delete(key);
    // Commands of one connection run on a pool: a subscribe could overtake this unsubscribe. So never twice on a socket.
    if (this.#line && slot.state !== "wanted") this.#retired.add(key);
    slot.state = "wanted";
    slot.cable?.unsubscribe();
    if (this.#slots.size > 0) return;
    this.#drop();
    this.#stopListening?.();
    this.#stopListening = null;
    this.#setStatus({ state: "idle" });
  }

  #drop(): void {
    this.#cancelAttempt?.();
    this.#line?.end();
    this.#line = null;
    this.#retired.clear();
  }

  #tellLost(): void {
    for (const slot of this.#slots.values()) {
      slot.cable = null;
      if (slot.state !== "asked" && slot.state !== "confirmed") continue;
      slot.state = "wanted";
      slot.owners.emit("told", (owner) => owner.onDisconnect());
    }
  }

  #setStatus(status: ChannelStatus): void {
    this.#status = status;
    this.#events.emit("status", status);
  }
}
