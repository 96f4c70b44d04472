// @vitest-environment node
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { FaultProxy } from "../../support/fault-proxy.ts";

const BODY = "x".repeat(10_000);

let server: Server;
let sockets: WebSocketServer;
let proxy: FaultProxy;
const opened: (WebSocket | Socket)[] = [];

beforeEach(async () => {
  server = createServer((request, response) => {
    request.resume().on("end", () => response.end(request.url === "/big" ? BODY : `${request.method} ${request.url}`));
  });
  sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => socket.on("message", (data) => socket.send(String(data))));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  proxy = await FaultProxy.listen({ target: { host: "127.0.0.1", port: (server.address() as AddressInfo).port } });
});

afterEach(async () => {
  for (const socket of opened.splice(0)) {
    if (socket instanceof WebSocket) socket.terminate();
    else socket.destroy();
  }
  await proxy.close();
  for (const socket of sockets.clients) socket.terminate();
  server.closeAllConnections();
  server.close();
});

async function get(path: string): Promise<string> {
  return (await fetch(proxy.origin + path)).text();
}

/** A WebSocket through the proxy whose failure is an event, not a crash of the test. */
function dial(): WebSocket {
  const socket = new WebSocket(`${proxy.webSocketOrigin}/cable`);
  socket.on("error", () => undefined);
  opened.push(socket);
  return socket;
}

async function open(): Promise<WebSocket> {
  const socket = dial();
  await once(socket, "open");
  return socket;
}

async function echo(socket: WebSocket, text: string): Promise<string> {
  const answered = once(socket, "message");
  socket.send(text);
  return String((await answered)[0]);
}

/** A bare TCP client that keeps one connection. */
async function keptAlive(): Promise<Socket> {
  const socket = connect(proxy.port, proxy.host);
  opened.push(socket);
  await once(socket, "connect");
  return socket;
}

describe("without a fault", () => {
  test("requests and sockets pass through unchanged", async () => {
    expect(await get("/a")).toBe("GET /a");
    expect(await get("/big")).toBe(BODY);
    expect(await echo(await open(), "hello")).toBe("hello");
  });

  test("connections, upgrades, request lines and bytes are counted", async () => {
    await get("/a");
    await open();
    expect(proxy.requests()).toEqual(["GET /a HTTP/1.1", "GET /cable HTTP/1.1"]);
    expect(proxy.counters).toMatchObject({ connections: 2, upgrades: 1 });
    expect(proxy.counters.bytesFromServer).toBeGreaterThan(100);
  });

  test("every request of a kept-alive connection is seen, also behind a body and in pieces", async () => {
    const client = await keptAlive();
    const second = proxy.seen(/second/);
    client.write("POST /first HTTP/1.1\r\nHost: a\r\nContent-Length: 20\r\n\r\nGET /body HTTP/1.1\r\n");
    client.write("GET /sec");
    client.write("ond HTTP/1.1\r\nHost: a\r\n\r\n");
    await second;
    expect(proxy.requests()).toEqual(["POST /first HTTP/1.1", "GET /second HTTP/1.1"]);
  });

  test("a request already seen resolves at once, a future one when it comes", async () => {
    await get("/a");
    expect(await proxy.seen(/GET \/a/)).toBe("GET /a HTTP/1.1");
    const next = proxy.nextRequest(/\/b/);
    await get("/b");
    expect(await next).toBe("GET /b HTTP/1.1");
  });

  test("a socket the server ends is ended for the client too", async () => {
    const socket = await open();
    const closed = once(socket, "close");
    for (const client of sockets.clients) client.close(1001);
    expect((await closed)[0]).toBe(1001);
  });
});

describe("reset", () => {
  test("drops present sockets without a close frame, and lets new ones in", async () => {
    const socket = await open();
    const closed = once(socket, "close");
    proxy.reset();
    expect((await closed)[0]).toBe(1006);
    expect(await echo(await open(), "again")).toBe("again");
  });

  test("leaves other kinds of connection alone when told to", async () => {
    const socket = await open();
    const client = await keptAlive();
    client.write("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
    await once(client, "data");
    const closed = once(socket, "close");
    proxy.reset({ only: "websocket" });
    await closed;
    expect(proxy.openConnections()).toBe(1);
    expect(proxy.openConnections({ only: "http" })).toBe(1);
  });
});

describe("half-open", () => {
  test("a present socket stays open and silent both ways while new connections work", async () => {
    const socket = await open();
    const heard: string[] = [];
    socket.on("message", (data) => heard.push(String(data)));
    proxy.halfOpen({ only: "websocket" });
    socket.send("lost");
    for (const client of sockets.clients) client.send("lost too");
    expect(await echo(await open(), "still works")).toBe("still works");
    expect(heard).toEqual([]);
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test("the client is not told when the server goes away meanwhile", async () => {
    const socket = await open();
    proxy.halfOpen();
    const gone = [...sockets.clients].map((client) => once(client, "close"));
    for (const client of sockets.clients) client.terminate();
    await Promise.all(gone);
    await get("/a");
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test("a thaw delivers late what was held back", async () => {
    const socket = await open();
    proxy.halfOpen();
    const late = once(socket, "message");
    socket.send("late");
    await get("/a");
    proxy.thaw();
    expect(String((await late)[0])).toBe("late");
  });
});

describe("refuse", () => {
  test("present connections are reset and the system refuses new ones", async () => {
    const socket = await open();
    const closed = once(socket, "close");
    await proxy.refuse();
    await closed;
    const [error] = await once(dial(), "error");
    expect(error).toMatchObject({ code: "ECONNREFUSED" });
  });

  test("accepting again happens on the same port", async () => {
    const { port } = proxy;
    await proxy.refuse();
    await proxy.accept();
    expect(proxy.port).toBe(port);
    expect(await get("/a")).toBe("GET /a");
  });

  test("sockets alone can be refused", async () => {
    await proxy.refuse({ only: "websocket" });
    const [error] = await once(dial(), "error");
    expect(error).toMatchObject({ code: "ECONNRESET" });
    expect(await get("/a")).toBe("GET /a");
  });
});

describe("stall", () => {
  test("a new socket stays CONNECTING and the server never hears of it", async () => {
    proxy.stall({ only: "websocket" });
    const socket = dial();
    await proxy.seen(/cable/);
    expect(await get("/a")).toBe("GET /a");
    expect(socket.readyState).toBe(WebSocket.CONNECTING);
    expect(sockets.clients.size).toBe(0);
  });

  test("recovering lets new connections through and leaves the stuck one stuck", async () => {
    proxy.stall();
    const stuck = dial();
    await proxy.seen(/cable/);
    await proxy.recover();
    await open();
    expect(stuck.readyState).toBe(WebSocket.CONNECTING);
  });
});

describe("slow", () => {
  test("bytes take as long as the rate and the latency say", async () => {
    proxy.slow({ bytesPerSecond: 50_000, latencyMs: 20 });
    const startedMs = performance.now();
    expect(await get("/big")).toBe(BODY);
    expect(performance.now() - startedMs).toBeGreaterThan(200);
  });

  test("frames stay in order when the line becomes fast again", async () => {
    const socket = await open();
    const heard: string[] = [];
    const both = new Promise<void>((resolve) => {
      socket.on("message", (data) => heard.push(String(data)) === 2 && resolve());
    });
    proxy.slow({ latencyMs: 50 });
    socket.send("first");
    await proxy.recover();
    socket.send("second");
    await both;
    expect(heard).toEqual(["first", "second"]);
  });
});

describe("cut", () => {
  test("the answer that matches breaks off after so many bytes, once", async () => {
    const cut = proxy.cutAfter(500, /GET \/big/);
    expect(await get("/a")).toBe("GET /a");
    const response = await fetch(`${proxy.origin}/big`);
    await expect(response.text()).rejects.toThrow();
    await cut.happened;
    expect(await get("/big")).toBe(BODY);
  });

  test("a request on a kept-alive connection is found too", async () => {
    const client = await keptAlive();
    client.write("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
    await once(client, "data");
    const cut = proxy.cutAfter(300, /big/);
    let received = 0;
    client.on("data", (bytes) => {
      received += bytes.length;
    });
    const closed = once(client, "close");
    client.write("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
    await Promise.all([cut.happened, closed]);
    expect(received).toBe(300);
  });
});

describe("the server behind it", () => {
  test("a client is reset while the server is down", async () => {
    server.close();
    server.closeAllConnections();
    const [error] = await once(dial(), "error");
    expect(error).toMatchObject({ code: "ECONNRESET" });
  });

  test("a server that came back on another port is reached after a retarget", async () => {
    const other = createServer((_request, response) => response.end("other")).listen(0, "127.0.0.1");
    await once(other, "listening");
    proxy.retarget({ host: "127.0.0.1", port: (other.address() as AddressInfo).port });
    expect(await get("/a")).toBe("other");
    other.closeAllConnections();
    other.close();
  });
});
