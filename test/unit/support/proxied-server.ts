import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { WebSocket, WebSocketServer } from "ws";
import { FaultProxy } from "../../support/fault-proxy.ts";

/** What `/big` answers. */
export const BIG_BODY = "x".repeat(10_000);

/** A small HTTP and echo server with a fault proxy before it, and clients that talk to it through the proxy. */
export class ProxiedServer {
  readonly http: Server;
  readonly sockets: WebSocketServer;
  readonly proxy: FaultProxy;
  readonly #dialled: WebSocket[] = [];
  readonly #connected: Socket[] = [];

  private constructor(http: Server, sockets: WebSocketServer, proxy: FaultProxy) {
    this.http = http;
    this.sockets = sockets;
    this.proxy = proxy;
  }

  static async start(): Promise<ProxiedServer> {
    const http = createServer((request, response) => {
      request
        .resume()
        .on("end", () => response.end(request.url === "/big" ? BIG_BODY : `${request.method} ${request.url}`));
    });
    const sockets = new WebSocketServer({ server: http });
    sockets.on("connection", (socket) => socket.on("message", (data) => socket.send(String(data))));
    http.listen(0, "127.0.0.1");
    await once(http, "listening");
    const { port } = http.address() as AddressInfo;
    return new ProxiedServer(http, sockets, await FaultProxy.listen({ target: { host: "127.0.0.1", port } }));
  }

  async get(path: string): Promise<string> {
    return (await fetch(this.proxy.origin + path)).text();
  }

  /** A WebSocket through the proxy whose failure is an event, not a crash of the test. */
  dial(): WebSocket {
    const socket = new WebSocket(`${this.proxy.webSocketOrigin}/cable`);
    socket.on("error", () => undefined);
    this.#dialled.push(socket);
    return socket;
  }

  async open(): Promise<WebSocket> {
    const socket = this.dial();
    await once(socket, "open");
    return socket;
  }

  async echo(socket: WebSocket, text: string): Promise<string> {
    const answered = once(socket, "message");
    socket.send(text);
    return String((await answered)[0]);
  }

  /** A bare TCP client that keeps one connection. */
  async connect(): Promise<Socket> {
    const socket = connect(this.proxy.port, this.proxy.host);
    this.#connected.push(socket);
    await once(socket, "connect");
    return socket;
  }

  async stop(): Promise<void> {
    for (const socket of [...this.#dialled, ...this.sockets.clients]) socket.terminate();
    for (const socket of this.#connected) socket.destroy();
    await this.proxy.close();
    this.http.closeAllConnections();
    this.http.close();
  }
}
