import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type RawData, WebSocket, WebSocketServer } from "ws";

/** What becomes of broadcasts; everything else a server says on the cable passes untouched. */
export type Broadcasts = "pass" | "drop" | "duplicate" | "reorder";

/** Frames that arrive within this are turned round: what two processes of one server do. In milliseconds. */
const REORDER_WITHIN_MS = 250;

/**
 * An HTTP and WebSocket hop before a server, for what a fault proxy cannot do, since it knows bytes and not frames: on a
 * socket that stays healthy broadcasts vanish, come twice or in another order, and requests are answered with 503.
 */
export class CableMeddler {
  readonly host = "127.0.0.1";
  broadcasts: Broadcasts = "pass";
  /** Requests are answered with 503, as by a balancer whose server is gone. Sockets that are open stay open. */
  unavailable = false;
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    handleProtocols: (offered) => [...offered][0] ?? false,
  });
  readonly #target: { readonly host: string; readonly port: number };

  private constructor(http: Server, target: { readonly host: string; readonly port: number }) {
    this.#http = http;
    this.#target = target;
    http.on("request", (incoming, answer) => this.#forward(incoming, answer));
    http.on("upgrade", (incoming, socket, head) => this.#upgrade(incoming, socket, head));
  }

  /** Starts one on 127.0.0.1, on a free port. */
  static async listen(target: { readonly host: string; readonly port: number }): Promise<CableMeddler> {
    const http = createServer({ keepAliveTimeout: 60_000 });
    await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
    return new CableMeddler(http, target);
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((done) => this.#http.close(() => done()));
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#http.closeAllConnections();
    await closed;
  }

  #forward(incoming: IncomingMessage, answer: ServerResponse): void {
    if (this.unavailable && incoming.method !== "OPTIONS") return refuse(incoming, answer);
    const { method, url: path, headers } = incoming;
    const asked = request({ ...this.#target, method, path, headers, agent: false }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
      // The server went away in the middle of its answer, and so does this one.
      answered.on("error", () => answer.destroy());
    });
    asked.on("error", () => incoming.socket.resetAndDestroy());
    answer.on("close", () => asked.destroy());
    incoming.pipe(asked);
  }

  #upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    const protocols = (incoming.headers["sec-websocket-protocol"] ?? "").split(/, */).filter(Boolean);
    const { host, port } = this.#target;
    const upstream = new WebSocket(`ws://${host}:${port}${incoming.url}`, protocols, {
      perMessageDeflate: false,
      ...(incoming.headers.origin === undefined ? {} : { origin: incoming.headers.origin }),
    });
    // The server is down or refuses: the client sees a connection that ends.
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.terminate());
    socket.on("close", () => upstream.terminate());
    upstream.once("open", () => {
      this.#sockets.handleUpgrade(incoming, socket, head, (client) => this.#bridge(client, upstream));
    });
  }

  #bridge(client: WebSocket, upstream: WebSocket): void {
    const pass = (text: string) => {
      if (client.readyState === WebSocket.OPEN) client.send(text);
    };
    let held: string[] = [];
    const release = () => {
      for (const text of held.reverse()) pass(text);
      held = [];
    };
    const meddle: Readonly<Record<Broadcasts, (text: string) => void>> = {
      pass,
      drop: () => undefined,
      duplicate: (text) => {
        pass(text);
        pass(text);
      },
      reorder: (text) => {
        if (held.push(text) === 1) setTimeout(release, REORDER_WITHIN_MS);
      },
    };
    upstream.on("message", (data) => {
      const text = textOf(data);
      if (isBroadcast(text)) meddle[this.broadcasts](text);
      else pass(text);
    });
    client.on("message", (data) => {
      if (upstream.readyState === WebSocket.OPEN) upstream.send(textOf(data));
    });
    upstream.on("close", (code, reason) => {
      if (code === 1005 || code === 1006) client.terminate();
      else client.close(code, reason);
    });
    client.on("error", () => upstream.terminate());
    client.on("close", () => upstream.terminate());
  }
}

function refuse(incoming: IncomingMessage, answer: ServerResponse): void {
  incoming.resume();
  const cors = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After" };
  answer.writeHead(503, { ...cors, "Retry-After": "1", "Content-Type": "text/plain" }).end("Unavailable");
}

/** Cable frames are text, which `ws` hands over in one piece. */
function textOf(data: RawData): string {
  return (data as Buffer).toString("utf8");
}

function isBroadcast(text: string): boolean {
  const { type, message } = JSON.parse(text) as { type?: unknown; message?: unknown };
  return type === undefined && message !== undefined;
}
