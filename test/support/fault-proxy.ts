import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { ProxiedConnection, type ProxyTarget, type Verdict } from "./fault-proxy/proxied-connection.ts";
import type { ProxiedRequest } from "./fault-proxy/request-reader.ts";
import type { Shape } from "./fault-proxy/shaped-pipe.ts";

/** Which connections a fault is for: those a WebSocket was asked for on, the others, or every one. */
export interface FaultScope {
  /** @default "all" */
  readonly only?: "websocket" | "http" | "all";
}

export interface FaultProxyOptions {
  readonly target: ProxyTarget;
  /** @default 0, a free one */
  readonly port?: number;
}

/** What has passed since the proxy was made. */
export interface ProxyCounters {
  /** TCP connections accepted. */
  readonly connections: number;
  /** WebSocket upgrades asked for. */
  readonly upgrades: number;
  readonly bytesFromClient: number;
  readonly bytesFromServer: number;
}

type Waiter = { readonly match: RegExp | null; readonly resolve: (line: string) => void };

/**
 * A TCP proxy that breaks connections the way networks do. It reads HTTP/1.1 request lines, so a fault can aim at one
 * kind of request, and keeps every one it has seen.
 *
 * A fault on present connections (`reset`, `halfOpen`) leaves later ones alone; a fault on later ones (`refuse`,
 * `stall`, `slow`) holds until `recover()`. Where the server itself is down, clients are reset.
 */
export class FaultProxy {
  readonly host = "127.0.0.1";
  readonly port: number;
  #listener: Server;
  #target: ProxyTarget;
  readonly #connections = new Set<ProxiedConnection>();
  readonly #lines: string[] = [];
  readonly #counters = { connections: 0, upgrades: 0, bytesFromClient: 0, bytesFromServer: 0 };
  #connectionWaiters: (() => void)[] = [];
  #requestWaiters: Waiter[] = [];
  #cuts: { match: RegExp | null; bytes: number; resolve: () => void }[] = [];
  #refused: FaultScope | null = null;
  #stalled: FaultScope | null = null;
  #slow: (Shape & FaultScope) | null = null;

  private constructor(listener: Server, target: ProxyTarget) {
    this.#listener = listener;
    this.#target = target;
    this.port = (listener.address() as AddressInfo).port;
    this.#acceptFrom(listener);
  }

  /** Starts one on 127.0.0.1. Rejects where `port` is taken. */
  static async listen({ target, port = 0 }: FaultProxyOptions): Promise<FaultProxy> {
    return new FaultProxy(await listenOn(port), target);
  }

  /** `http://127.0.0.1:PORT` */
  get origin(): string {
    return `http://${this.host}:${this.port}`;
  }

  /** `ws://127.0.0.1:PORT` */
  get webSocketOrigin(): string {
    return `ws://${this.host}:${this.port}`;
  }

  get counters(): ProxyCounters {
    return { ...this.#counters };
  }

  /** How many connections of a kind are open, frozen ones included. */
  openConnections(scope: FaultScope = {}): number {
    return this.#select(scope).length;
  }

  /** The request lines seen so far, in order. */
  requests(match: RegExp | null = null): string[] {
    return this.#lines.filter((line) => matches(match, line));
  }

  /** The first request line that matches, already seen or yet to come. */
  async seen(match: RegExp): Promise<string> {
    return this.requests(match)[0] ?? this.nextRequest(match);
  }

  /** The next request line that matches, counted from this call. It resolves before the server has the request. */
  nextRequest(match: RegExp | null = null): Promise<string> {
    return new Promise((resolve) => this.#requestWaiters.push({ match, resolve }));
  }

  /** The next TCP connection, or with `match` the next one that asks for something that matches. */
  async nextConnection(match: RegExp | null = null): Promise<void> {
    if (match) await this.nextRequest(match);
    else await new Promise<void>((resolve) => this.#connectionWaiters.push(resolve));
  }

  /** Sends a TCP RST to both ends of every present connection. */
  reset(scope: FaultScope = {}): void {
    for (const connection of this.#select(scope)) connection.reset();
  }

  /** Present connections stay open, but no byte moves in either direction and nobody is told. */
  halfOpen(scope: FaultScope = {}): void {
    for (const connection of this.#select(scope)) connection.freeze();
  }

  /** Ends what `halfOpen` and `stall` hold: the bytes held back arrive, late. */
  thaw(): void {
    for (const connection of this.#select({})) connection.thaw();
  }

  /**
   * Resets present connections and lets no new one in: the operating system refuses them. With `only`, the port stays
   * open and each request of that kind is reset as soon as it is read.
   */
  async refuse(scope: FaultScope = {}): Promise<void> {
    this.#refused = scope;
    if (!isAll(scope)) return this.reset(scope);
    const closed = new Promise<void>((resolve) => this.#listener.close(() => resolve()));
    this.reset();
    await closed;
  }

  /** Ends `refuse`, on the same port. */
  async accept(): Promise<void> {
    this.#refused = null;
    if (this.#listener.listening) return;
    this.#listener = await listenOn(this.port);
    this.#acceptFrom(this.#listener);
  }

  /** New connections are accepted but what is asked on them is never answered: a WebSocket stays CONNECTING. */
  stall(scope: FaultScope = {}): void {
    this.#stalled = scope;
  }

  /** Every byte takes its time, on present and new connections. */
  slow(shape: Shape & FaultScope): void {
    this.#slow = shape;
  }

  /**
   * Breaks off the answer to the next request that matches, after so many of its bytes (head included). Once. A shorter
   * answer passes whole.
   * `happened` resolves when it has been done.
   */
  cutAfter(bytes: number, match: RegExp | null = null): { readonly happened: Promise<void> } {
    const happened = new Promise<void>((resolve) => this.#cuts.push({ match, bytes, resolve }));
    return { happened };
  }

  /** Ends every fault on new connections. What is frozen stays frozen: see `thaw`. */
  async recover(): Promise<void> {
    this.#stalled = null;
    this.#slow = null;
    this.#cuts = [];
    await this.accept();
  }

  /** From now on, new connections go there. For a server that came back on another port. */
  retarget(target: ProxyTarget): void {
    this.#target = target;
  }

  /** Ends everything it has open. */
  async close(): Promise<void> {
    await this.refuse();
  }

  #acceptFrom(listener: Server): void {
    listener.on("connection", (socket) => this.#accept(socket));
  }

  #accept(socket: Socket): void {
    this.#counters.connections += 1;
    const connection = new ProxiedConnection(socket, {
      target: () => this.#target,
      shape: (asked) => (this.#slow && inScope(asked, this.#slow) ? this.#slow : null),
      judge: (asked, request) => this.#judge(asked, request),
      moved: (direction, bytes) => {
        this.#counters[direction === "fromClient" ? "bytesFromClient" : "bytesFromServer"] += bytes;
      },
      closed: (ended) => this.#connections.delete(ended),
    });
    this.#connections.add(connection);
    const waiters = this.#connectionWaiters;
    this.#connectionWaiters = [];
    for (const resolve of waiters) resolve();
  }

  #judge(connection: ProxiedConnection, request: ProxiedRequest): Verdict {
    this.#lines.push(request.line);
    if (request.upgrade) this.#counters.upgrades += 1;
    const told = this.#requestWaiters.filter((waiter) => matches(waiter.match, request.line));
    this.#requestWaiters = this.#requestWaiters.filter((waiter) => !told.includes(waiter));
    for (const waiter of told) waiter.resolve(request.line);
    if (this.#refused && inScope(connection, this.#refused)) return { action: "reset" };
    if (this.#stalled && inScope(connection, this.#stalled)) return { action: "stall" };
    const cut = this.#cuts.find((order) => matches(order.match, request.line));
    if (!cut) return { action: "forward", cut: null };
    this.#cuts = this.#cuts.filter((order) => order !== cut);
    return { action: "forward", cut: { bytes: cut.bytes, done: cut.resolve } };
  }

  #select(scope: FaultScope): ProxiedConnection[] {
    return [...this.#connections].filter((connection) => inScope(connection, scope));
  }
}

function isAll({ only = "all" }: FaultScope): boolean {
  return only === "all";
}

function inScope(connection: ProxiedConnection, { only = "all" }: FaultScope): boolean {
  return only === "all" || connection.upgraded === (only === "websocket");
}

function matches(match: RegExp | null, line: string): boolean {
  // `search` rather than `test`: a RegExp with the `g` flag keeps state between tests.
  return match === null || line.search(match) >= 0;
}

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const listener = createServer({ allowHalfOpen: true, noDelay: true });
    listener.once("error", reject);
    listener.listen(port, "127.0.0.1", () => {
      listener.removeListener("error", reject);
      resolve(listener);
    });
  });
}
