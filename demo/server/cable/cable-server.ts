import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { originAllowed } from "../http/origins.ts";
import type { CableChannel } from "./cable-channel.ts";
import { CableConnection } from "./cable-connection.ts";

/** As Rails: its clients take a socket for dead after two of them. In milliseconds. */
const PING_MS = 3_000;
/** A peer that answers no WebSocket ping for so long is gone, whatever TCP says. In milliseconds. */
const DEAD_MS = 60_000;
const MAX_FRAME_BYTES = 64 * 1024;
/** Far beyond what one process serves well; what comes after is told to try later. */
const MAX_SOCKETS = 10_000;
const UNAVAILABLE = "503 Service Unavailable\r\nRetry-After: 1";
const PROTOCOLS = ["actioncable-v1-json", "actioncable-unsupported"];

export interface CableServerOptions {
  readonly channels: Readonly<Record<string, CableChannel>>;
  /** See `originAllowed`. */
  readonly origins: readonly string[] | null;
}

interface Member {
  readonly socket: WebSocket;
  readonly tcp: Socket;
  readonly connection: CableConnection;
  heardAtMs: number;
}

/** All sockets under `/cable`. */
export class CableServer {
  readonly #options: CableServerOptions;
  readonly #members = new Set<Member>();
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) => PROTOCOLS.find((protocol) => offered.has(protocol)) ?? false,
  });
  readonly #heartbeat = setInterval(() => this.#beat(), PING_MS);
  #refusingUntilMs = 0;

  constructor(options: CableServerOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#members.size;
  }

  /** Takes an upgrade of the HTTP server. */
  upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = this.#refusal(incoming);
    if (refusal) return refuse(socket, refusal);
    this.#server.handleUpgrade(incoming, socket, head, (webSocket) => this.#add(webSocket, socket as Socket));
  }

  /** Refuses new sockets with 503 for so long; for the demo, and for good while stopping. */
  refuse(forMs: number): void {
    this.#refusingUntilMs = performance.now() + forMs;
  }

  /** Every connection is reset, without a word (RST). */
  cut(): void {
    for (const { tcp } of this.#members) tcp.resetAndDestroy();
  }

  /** Every present connection goes silent both ways, and stays open. */
  freeze(): void {
    for (const member of this.#members) {
      this.#members.delete(member);
      member.tcp.pause();
      member.tcp.cork();
      member.tcp.removeAllListeners("data");
    }
  }

  /** Tells every client to come back, and closes. */
  disconnectAll(reason: string): void {
    clearInterval(this.#heartbeat);
    this.refuse(Number.POSITIVE_INFINITY);
    for (const { connection } of this.#members) connection.disconnect(reason, true);
  }

  /** Ends what has not closed by itself. */
  terminateAll(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  #refusal(incoming: IncomingMessage): string | null {
    if (performance.now() < this.#refusingUntilMs || this.#server.clients.size >= MAX_SOCKETS) return UNAVAILABLE;
    const { pathname } = new URL(`http://host${incoming.url?.startsWith("/") ? incoming.url : "/"}`);
    // As Rails answers a wrong origin.
    const allowed = originAllowed(incoming.headers.origin ?? null, this.#options.origins);
    return pathname === "/cable" && allowed ? null : "404 Not Found";
  }

  #add(socket: WebSocket, tcp: Socket): void {
    tcp.setNoDelay(true);
    const connection = new CableConnection({ socket, channels: this.#options.channels });
    const member: Member = { socket, tcp, connection, heardAtMs: performance.now() };
    const heard = () => {
      member.heardAtMs = performance.now();
    };
    socket.on("pong", heard).on("message", heard);
    socket.on("close", () => this.#members.delete(member));
    this.#members.add(member);
  }

  #beat(): void {
    const now = performance.now();
    const seconds = Math.floor(Date.now() / 1000);
    for (const { socket, connection, heardAtMs } of this.#members) {
      if (now - heardAtMs > DEAD_MS) socket.terminate();
      else if (now - heardAtMs > DEAD_MS / 2) socket.ping();
      connection.ping(seconds);
    }
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.on("error", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n`);
}
