import { Emitter, type Unsubscribe } from "../core/emitter.ts";
import type { CableIdentifier, CableSocket, CableSocketEvents, PageEvent, Ports } from "../core/ports.ts";
import { type ReconnectOptions, ReconnectTimer } from "./reconnect-timer.ts";
import { type SocketFault, SocketWatch } from "./socket-watch.ts";
import { ChannelSubscription, type SubscriptionEvents, SubscriptionSlot } from "./subscription-slot.ts";

/** The cable's URL, or a function giving it at each attempt (tokens that expire). */
export type CableUrl = string | (() => string | Promise<string>);

/** `waiting` carries when the next attempt is due; `closed` means that none will be made. */
export type ChannelStatus =
  | { readonly state: "idle" }
  | { readonly state: "connecting"; readonly attempt: number }
  | { readonly state: "open" }
  | { readonly state: "waiting"; readonly attempt: number; readonly retryInMs: number }
  | { readonly state: "closed"; readonly reason: string };

export type ReplaceReason = SocketFault | "closed" | "url_failed" | "server_disconnect" | "retired_identifier" | "page";

/**
 * Which socket is alive. Owns the sockets of one cable URL and nothing else: at most one socket and one attempt at a
 * time, a generation number each; what an older generation still says is ignored.
 *
 * "Disconnected" will be retried, "closed" will not (until `reopen()`).
 */
export class ApplicationChannel {
  readonly #url: CableUrl;
  readonly #ports: Ports;
  readonly #timer: ReconnectTimer;
  readonly #slots = new Map<string, SubscriptionSlot>();
  readonly #retired = new Set<string>();
  readonly #foreground = new Set<object>();
  readonly #events: Emitter<{ status: ChannelStatus; replaced: ReplaceReason }>;
  #status: ChannelStatus = { state: "idle" };
  #generation = 0;
  #socket: CableSocket | null = null;
  #watch: SocketWatch | null = null;
  #stopListening: (() => void) | null = null;

  constructor(url: CableUrl, ports: Ports, options: ReconnectOptions = {}) {
    this.#url = url;
    this.#ports = ports;
    this.#timer = new ReconnectTimer(ports, options, () => this.#connect());
    this.#events = new Emitter(ports.reportError);
  }

  get status(): ChannelStatus {
    return this.#status;
  }

  /** `replaced`: a socket was given up, and why. */
  on<Name extends "status" | "replaced">(
    name: Name,
    listener: (payload: { status: ChannelStatus; replaced: ReplaceReason }[Name]) => void,
  ): Unsubscribe {
    return this.#events.on(name, listener);
  }

  /** Stays subscribed across sockets until `unsubscribe()` or a rejection. The first subscription opens the socket. */
  subscribe(identifier: CableIdentifier, events: SubscriptionEvents): ChannelSubscription {
    const key = JSON.stringify(identifier);
    let slot = this.#slots.get(key);
    if (!slot) {
      slot = new SubscriptionSlot(identifier, this.#ports);
      this.#slots.set(key, slot);
    }
    const taken = slot;
    const listener = taken.add(events);
    if (this.#status.state === "idle") this.#start();
    else if (this.#retired.has(key)) this.#replace("retired_identifier");
    else if (this.#status.state === "open") this.#ask(taken);
    return new ChannelSubscription(taken, listener, () => this.#leave(key, taken));
  }

  /** While any holder is in the foreground, reconnection is prompt; else it is spread out. */
  setForeground(holder: object, foreground: boolean): void {
    const before = this.#looking;
    if (foreground) this.#foreground.add(holder);
    else this.#foreground.delete(holder);
    if (!before && foreground) this.#hurry();
  }

  /** The server asked for patience (`Retry-After`): no attempt before `delayMs` have passed, capped at the maximum delay. */
  holdOff(delayMs: number): void {
    const retryInMs = this.#timer.holdOff(delayMs);
    if (retryInMs !== null) this.#waiting(retryInMs);
  }

  /** Tries again after a "closed", e.g. with fresh credentials. */
  reopen(): void {
    if (this.#status.state !== "closed") return;
    this.#timer.reset();
    if (this.#slots.size > 0) this.#connect();
  }

  #start(): void {
    this.#stopListening ??= this.#ports.lifecycle.listen((event) => this.#onPageEvent(event));
    this.#timer.reset();
    this.#connect();
  }

  #connect(): void {
    this.#timer.cancel();
    const generation = ++this.#generation;
    this.#setStatus({ state: "connecting", attempt: this.#timer.attempt });
    // Whoever was told may have ended it all.
    if (generation !== this.#generation) return;
    const watch = new SocketWatch(this.#ports.clock, {
      fault: (reason) => generation === this.#generation && this.#replace(reason),
      unconfirmed: (limitMs) => [...this.#slots.values()].some((slot) => slot.unconfirmedFor(limitMs)),
      held: () => this.#timer.reset(),
    });
    this.#watch = watch;
    if (typeof this.#url === "string") this.#open(this.#url, generation, watch);
    else {
      // `then` on a fresh promise, so that a function that throws and one that rejects meet in one place.
      Promise.resolve()
        .then(this.#url)
        .then((url) => {
          // Given nothing, the cable library would take the host page's own `/cable`.
          if (!url) throw new TypeError("It gave no URL.");
          return url;
        })
        .then(
          (url) => generation === this.#generation && this.#open(url, generation, watch),
          (error) => {
            this.#ports.warn("The function given as cable URL failed; it is asked again.", error);
            if (generation === this.#generation) this.#replace("url_failed");
          },
        );
    }
  }

  #open(url: string, generation: number, watch: SocketWatch): void {
    const current = () => generation === this.#generation;
    const socket = this.#opened(url, {
      heard: () => watch.heard(),
      welcomed: () => current() && this.#onWelcome(),
      disconnected: ({ reason, reconnect }) => {
        if (!current()) return;
        if (reconnect) this.#replace("server_disconnect");
        else this.#close(reason ?? "refused");
      },
      unreadable: (error) => this.#ports.warn("A cable frame was not readable and was dropped.", error),
      closed: () => current() && this.#replace("closed"),
    });
    if (current()) this.#socket = socket;
  }

  #opened(url: string, events: CableSocketEvents): CableSocket | null {
    try {
      return this.#ports.consumer.open(url, events);
    } catch (error) {
      // The named case: `new WebSocket` refuses the URL itself (syntax, mixed content). Trying again cannot help.
      this.#ports.warn(`The cable URL ${url} cannot be opened.`, error);
      this.#close("invalid_url");
      return null;
    }
  }

  #onWelcome(): void {
    if (this.#status.state === "open") return;
    this.#watch?.welcomed();
    this.#setStatus({ state: "open" });
    for (const slot of [...this.#slots.values()]) this.#ask(slot);
  }

  #ask(slot: SubscriptionSlot): void {
    if (this.#socket) slot.ask(this.#socket, () => this.#watch?.confirmed());
  }

  /** Every reason to want another socket ends here; several at once make one attempt. */
  #replace(reason: ReplaceReason): void {
    this.#dropSocket();
    this.#waiting(this.#timer.schedule(this.#looking));
    this.#events.emit("replaced", reason);
    this.#notifyDisconnected();
  }

  #close(reason: string): void {
    this.#dropSocket();
    this.#timer.cancel();
    this.#setStatus({ state: "closed", reason });
    this.#notifyDisconnected();
  }

  /** The timer is set already, since whoever is told may end it all. */
  #waiting(retryInMs: number): void {
    this.#setStatus({ state: "waiting", attempt: this.#timer.attempt, retryInMs });
  }

  get #looking(): boolean {
    return this.#foreground.size > 0;
  }

  /** Somebody looks, or the network is back: what was waiting need not wait any longer. */
  #hurry(): void {
    if (this.#status.state === "waiting") this.#waiting(this.#timer.hurry(this.#looking));
  }

  #onPageEvent(event: PageEvent): void {
    if (event === "online" || event === "restored") {
      // The old socket belongs to a network, or a page life, that is over; often it does not know yet.
      if (this.#socket) {
        this.#timer.reset();
        this.#replace("page");
      } else this.#hurry();
    } else if (event === "visible") {
      this.#watch?.check();
      if (this.#looking) this.#hurry();
    }
  }

  #leave(key: string, slot: SubscriptionSlot): void {
    if (slot.wanted || this.#slots.get(key) !== slot) return;
    this.#slots.delete(key);
    // Commands of one connection run on a pool: a subscribe could overtake this unsubscribe. So never twice on a socket.
    if (slot.asked) this.#retired.add(key);
    slot.leave();
    if (this.#slots.size === 0) this.#idle();
  }

  #idle(): void {
    this.#dropSocket();
    this.#timer.cancel();
    this.#stopListening?.();
    this.#stopListening = null;
    this.#setStatus({ state: "idle" });
  }

  #dropSocket(): void {
    this.#generation += 1;
    this.#watch?.stop();
    this.#watch = null;
    this.#socket?.close();
    this.#socket = null;
    this.#retired.clear();
  }

  #notifyDisconnected(): void {
    for (const slot of [...this.#slots.values()]) slot.lost();
  }

  #setStatus(status: ChannelStatus): void {
    this.#status = status;
    this.#events.emit("status", status);
  }
}
