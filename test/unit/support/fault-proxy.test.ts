import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { BIG_BODY, ProxiedServer } from "./proxied-server.ts";

let peer: ProxiedServer;

beforeEach(async () => {
  peer = await ProxiedServer.start();
});

afterEach(() => peer.stop());

describe("without a fault", () => {
  test("requests and sockets pass through unchanged", async () => {
    expect(await peer.get("/a")).toBe("GET /a");
    expect(await peer.get("/big")).toBe(BIG_BODY);
    expect(await peer.echo(await peer.open(), "hello")).toBe("hello");
  });

  test("connections, upgrades, request lines and bytes are counted", async () => {
    await peer.get("/a");
    await peer.open();
    expect(peer.proxy.requests()).toEqual(["GET /a HTTP/1.1", "GET /cable HTTP/1.1"]);
    expect(peer.proxy.counters).toMatchObject({ connections: 2, upgrades: 1 });
    expect(peer.proxy.counters.bytesFromServer).toBeGreaterThan(100);
  });

  test("every request of a kept-alive connection is seen, also behind a body and in pieces", async () => {
    const client = await peer.connect();
    const second = peer.proxy.seen(/second/);
    client.write("POST /first HTTP/1.1\r\nHost: a\r\nContent-Length: 20\r\n\r\nGET /body HTTP/1.1\r\n");
    client.write("GET /sec");
    client.write("ond HTTP/1.1\r\nHost: a\r\n\r\n");
    await second;
    expect(peer.proxy.requests()).toEqual(["POST /first HTTP/1.1", "GET /second HTTP/1.1"]);
  });

  test("a request already seen resolves at once, a future one when it comes", async () => {
    await peer.get("/a");
    expect(await peer.proxy.seen(/GET \/a/)).toBe("GET /a HTTP/1.1");
    const next = peer.proxy.nextRequest(/\/b/);
    await peer.get("/b");
    expect(await next).toBe("GET /b HTTP/1.1");
  });

  test("a socket the server ends is ended for the client too", async () => {
    const socket = await peer.open();
    const closed = once(socket, "close");
    for (const client of peer.sockets.clients) client.close(1001);
    expect((await closed)[0]).toBe(1001);
  });
});

describe("reset", () => {
  test("drops present sockets without a close frame, and lets new ones in", async () => {
    const socket = await peer.open();
    const closed = once(socket, "close");
    peer.proxy.reset();
    expect((await closed)[0]).toBe(1006);
    expect(await peer.echo(await peer.open(), "again")).toBe("again");
  });

  test("leaves other kinds of connection alone when told to", async () => {
    const socket = await peer.open();
    const client = await peer.connect();
    client.write("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
    await once(client, "data");
    const closed = once(socket, "close");
    peer.proxy.reset({ only: "websocket" });
    await closed;
    expect(peer.proxy.openConnections()).toBe(1);
    expect(peer.proxy.openConnections({ only: "http" })).toBe(1);
  });
});

describe("half-open", () => {
  test("a present socket stays open and silent both ways while new connections work", async () => {
    const socket = await peer.open();
    const heard: string[] = [];
    socket.on("message", (data) => heard.push(String(data)));
    peer.proxy.halfOpen({ only: "websocket" });
    socket.send("lost");
    for (const client of peer.sockets.clients) client.send("lost too");
    expect(await peer.echo(await peer.open(), "still works")).toBe("still works");
    expect(heard).toEqual([]);
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test("the client is not told when the server goes away meanwhile", async () => {
    const socket = await peer.open();
    peer.proxy.halfOpen();
    const gone = [...peer.sockets.clients].map((client) => once(client, "close"));
    for (const client of peer.sockets.clients) client.terminate();
    await Promise.all(gone);
    await peer.get("/a");
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test("a thaw delivers late what was held back", async () => {
    const socket = await peer.open();
    peer.proxy.halfOpen();
    const late = once(socket, "message");
    socket.send("late");
    await peer.get("/a");
    peer.proxy.thaw();
    expect(String((await late)[0])).toBe("late");
  });
});
