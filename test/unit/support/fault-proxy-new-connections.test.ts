import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { BIG_BODY, ProxiedServer } from "./proxied-server.ts";

let peer: ProxiedServer;

beforeEach(async () => {
  peer = await ProxiedServer.start();
});

afterEach(() => peer.stop());

describe("refuse", () => {
  test("present connections are reset and the system refuses new ones", async () => {
    const socket = await peer.open();
    const closed = once(socket, "close");
    await peer.proxy.refuse();
    await closed;
    const [error] = await once(peer.dial(), "error");
    expect(error).toMatchObject({ code: "ECONNREFUSED" });
  });

  test("accepting again happens on the same port", async () => {
    const { port } = peer.proxy;
    await peer.proxy.refuse();
    await peer.proxy.accept();
    expect(peer.proxy.port).toBe(port);
    expect(await peer.get("/a")).toBe("GET /a");
  });

  test("sockets alone can be refused", async () => {
    await peer.proxy.refuse({ only: "websocket" });
    const [error] = await once(peer.dial(), "error");
    expect(error).toMatchObject({ code: "ECONNRESET" });
    expect(await peer.get("/a")).toBe("GET /a");
  });
});

describe("stall", () => {
  test("a new socket stays CONNECTING and the server never hears of it", async () => {
    peer.proxy.stall({ only: "websocket" });
    const socket = peer.dial();
    await peer.proxy.seen(/cable/);
    expect(await peer.get("/a")).toBe("GET /a");
    expect(socket.readyState).toBe(WebSocket.CONNECTING);
    expect(peer.sockets.clients.size).toBe(0);
  });

  test("recovering lets new connections through and leaves the stuck one stuck", async () => {
    peer.proxy.stall();
    const stuck = peer.dial();
    await peer.proxy.seen(/cable/);
    await peer.proxy.recover();
    await peer.open();
    expect(stuck.readyState).toBe(WebSocket.CONNECTING);
  });
});

describe("slow", () => {
  test("bytes take as long as the rate and the latency say", async () => {
    peer.proxy.slow({ bytesPerSecond: 50_000, latencyMs: 20 });
    const startedMs = performance.now();
    expect(await peer.get("/big")).toBe(BIG_BODY);
    expect(performance.now() - startedMs).toBeGreaterThan(200);
  });

  test("frames stay in order when the line becomes fast again", async () => {
    const socket = await peer.open();
    const heard: string[] = [];
    const both = new Promise<void>((resolve) => {
      socket.on("message", (data) => heard.push(String(data)) === 2 && resolve());
    });
    peer.proxy.slow({ latencyMs: 50 });
    socket.send("first");
    await peer.proxy.recover();
    socket.send("second");
    await both;
    expect(heard).toEqual(["first", "second"]);
  });
});

describe("cut", () => {
  test("the answer that matches breaks off after so many bytes, once", async () => {
    const cut = peer.proxy.cutAfter(500, /GET \/big/);
    expect(await peer.get("/a")).toBe("GET /a");
    const response = await fetch(`${peer.proxy.origin}/big`);
    await expect(response.text()).rejects.toThrow();
    await cut.happened;
    expect(await peer.get("/big")).toBe(BIG_BODY);
  });

  test("a request on a kept-alive connection is found too", async () => {
    const client = await peer.connect();
    client.write("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
    await once(client, "data");
    const cut = peer.proxy.cutAfter(300, /big/);
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
    peer.http.close();
    peer.http.closeAllConnections();
    const [error] = await once(peer.dial(), "error");
    expect(error).toMatchObject({ code: "ECONNRESET" });
  });

  test("a server that came back on another port is reached after a retarget", async () => {
    const other = createServer((_request, response) => response.end("other")).listen(0, "127.0.0.1");
    await once(other, "listening");
    peer.proxy.retarget({ host: "127.0.0.1", port: (other.address() as AddressInfo).port });
    expect(await peer.get("/a")).toBe("other");
    other.closeAllConnections();
    other.close();
  });
});
