import { connect, type Socket } from "node:net";
import { type ProxiedRequest, RequestReader } from "./request-reader.ts";
import { type Shape, ShapedPipe } from "./shaped-pipe.ts";

/** Where the real server listens. */
export interface ProxyTarget {
  readonly host: string;
  readonly port: number;
}

/** An order to break an answer off after so many of its bytes. */
export interface CutOrder {
  readonly bytes: number;
  done(): void;
}

/** What becomes of a request: forwarded (perhaps to be cut off), left without an answer for ever, or reset. */
export type Verdict =
  | { readonly action: "forward"; readonly cut: CutOrder | null }
  | { readonly action: "stall" | "reset" };

/** What a connection asks of the proxy it belongs to, and tells it. */
export interface ConnectionHooks {
  target(): ProxyTarget;
  shape(connection: ProxiedConnection): Shape | null;
  judge(connection: ProxiedConnection, request: ProxiedRequest): Verdict;
  moved(direction: "fromClient" | "fromServer", bytes: number): void;
  closed(connection: ProxiedConnection): void;
}

/** One client's connection and, once it has asked for something, the one to the server behind it. */
export class ProxiedConnection {
  readonly #client: Socket;
  readonly #hooks: ConnectionHooks;
  readonly #reader = new RequestReader();
  readonly #toServer: ShapedPipe;
  readonly #toClient: ShapedPipe;
  #server: Socket | null = null;
  #cut: { order: CutOrder; left: number } | null = null;
  #upgraded = false;
  #frozen = false;
  #open = true;

  constructor(client: Socket, hooks: ConnectionHooks) {
    this.#client = client;
    this.#hooks = hooks;
    const shape = () => hooks.shape(this);
    this.#toServer = new ShapedPipe({
      shape,
      deliver: (bytes) => this.#deliver("fromClient", bytes),
      end: () => this.#server?.end(),
    });
    this.#toClient = new ShapedPipe({
      shape,
      deliver: (bytes) => this.#deliverToClient(bytes),
      end: () => this.#client.end(),
    });
    client.setNoDelay(true);
    client.on("data", (bytes: Buffer) => this.#fromClient(bytes));
    client.on("end", () => (this.#server ? this.#toServer.end() : this.destroy()));
    this.#endWith(client);
  }

  /** Whether a WebSocket upgrade was asked for on it. */
  get upgraded(): boolean {
    return this.#upgraded;
  }

  get frozen(): boolean {
    return this.#frozen;
  }

  /** No byte moves any more in either direction, and neither side is told: a cable pulled out, a laptop asleep. */
  freeze(): void {
    this.#frozen = true;
    this.#toServer.hold();
    this.#toClient.hold();
    this.#client.pause();
    this.#server?.pause();
  }

  /** What was held back since `freeze` arrives, late. */
  thaw(): void {
    if (!this.#frozen || !this.#open) return;
    this.#frozen = false;
    this.#toServer.release();
    this.#toClient.release();
    this.#client.resume();
    this.#server?.resume();
  }

  /** A TCP RST to both sides. */
  reset(): void {
    this.#close(() => {
      this.#client.resetAndDestroy();
      if (this.#server?.connecting) this.#server.destroy();
      else this.#server?.resetAndDestroy();
    });
  }

  /** A TCP FIN to both sides. */
  destroy(): void {
    this.#close(() => {
      this.#client.destroySoon();
      this.#server?.destroy();
    });
  }

  #fromClient(bytes: Buffer): void {
    for (const part of this.#reader.push(bytes)) {
      if (!this.#open) return;
      if (part.request) {
        if (part.request.upgrade) this.#upgraded = true;
        const verdict = this.#hooks.judge(this, part.request);
        if (verdict.action === "reset") return this.reset();
        if (verdict.action === "forward") this.#cut = verdict.cut && { order: verdict.cut, left: verdict.cut.bytes };
        else this.freeze();
      }
      this.#toServer.push(part.bytes);
    }
  }

  #connectToServer(): Socket {
    const server = connect({ ...this.#hooks.target(), noDelay: true, allowHalfOpen: true });
    server.on("data", (bytes: Buffer) => this.#toClient.push(bytes));
    server.on("end", () => this.#toClient.end());
    this.#endWith(server);
    return server;
  }

  #deliver(direction: "fromClient" | "fromServer", bytes: Buffer): void {
    if (!this.#open) return;
    this.#hooks.moved(direction, bytes.length);
    const fromClient = direction === "fromClient";
    if (fromClient) this.#server ??= this.#connectToServer();
    const [source, sink] = fromClient ? [this.#client, this.#server] : [this.#server, this.#client];
    if (!sink || sink.write(bytes)) return;
    source?.pause();
    sink.once("drain", () => {
      if (!this.#frozen) source?.resume();
    });
  }

  #deliverToClient(bytes: Buffer): void {
    if (!this.#cut || bytes.length < this.#cut.left) {
      if (this.#cut) this.#cut.left -= bytes.length;
      return this.#deliver("fromServer", bytes);
    }
    const { order, left } = this.#cut;
    this.#cut = null;
    if (left > 0) this.#deliver("fromServer", bytes.subarray(0, left));
    this.destroy();
    order.done();
  }

  #endWith(socket: Socket): void {
    // The named case: the other end went away (ECONNRESET, EPIPE, or ECONNREFUSED from a server that is down).
    // `close` follows every error, with `hadError`, and passes it on as the RST it was.
    socket.on("error", () => undefined);
    socket.on("close", (hadError) => {
      if (this.#frozen) return;
      if (hadError) this.reset();
      else if (socket === this.#client) this.destroy();
    });
  }

  #close(end: () => void): void {
    if (!this.#open) return;
    this.#open = false;
    this.#toServer.destroy();
    this.#toClient.destroy();
    end();
    this.#hooks.closed(this);
  }
}
