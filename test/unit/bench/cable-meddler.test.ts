import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { CableMeddler } from "../../../bench/loss/cable-meddler.ts";

const PING = '{"type":"ping","message":1}';

let http: Server;
let sockets: WebSocketServer;
let meddler: CableMeddler;

beforeEach(async () => {
  http = createServer((incoming, answer) => {
    answer.writeHead(201, { "X-Host": incoming.headers.host ?? "" });
    incoming.pipe(answer);
  });
  sockets = new WebSocketServer({ server: http });
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
  meddler = await CableMeddler.listen({ host: "127.0.0.1", port: (http.address() as AddressInfo).port });
});

afterEach(async () => {
  await meddler.close();
  for (const socket of sockets.clients) socket.terminate();
  http.closeAllConnections();
  await new Promise((closed) => http.close(closed));
});

function broadcast(number: number): string {
  return JSON.stringify({ identifier: "{}", message: { number } });
}

/** What a client gets of what the server sends, the ping after it included, which nothing may touch. */
async function received(texts: readonly string[], count: number): Promise<readonly string[]> {
  const [client, server] = await connected();
  const got: string[] = [];
  const all = new Promise<void>((resolve) => {
    client.on("message", (data) => {
      if (got.push(String(data)) === count) resolve();
    });
  });
  for (const text of [...texts, PING]) server.send(text);
  await all;
  return got;
}

async function connected(): Promise<[client: WebSocket, server: WebSocket]> {
  const accepted = new Promise<WebSocket>((resolve) => sockets.once("connection", resolve));
  const client = new WebSocket(`ws://127.0.0.1:${meddler.port}/cable`, ["actioncable-v1-json"]);
  const opened = new Promise<void>((resolve) => client.once("open", resolve));
  const server = await accepted;
  await opened;
  return [client, server];
}

test("left alone, frames pass in both directions, with the protocol that was agreed on", async () => {
  const [client, server] = await connected();
  expect(client.protocol).toBe("actioncable-v1-json");
  const heard = new Promise<string>((resolve) => server.once("message", (data) => resolve(String(data))));
  client.send('{"command":"subscribe"}');
  expect(await heard).toBe('{"command":"subscribe"}');
  expect(await received([broadcast(1)], 2)).toEqual([broadcast(1), PING]);
});

test("dropped broadcasts vanish, and the pings go on", async () => {
  meddler.broadcasts = "drop";
  expect(await received([broadcast(1), broadcast(2)], 1)).toEqual([PING]);
});

test("doubled broadcasts come twice", async () => {
  meddler.broadcasts = "duplicate";
  expect(await received([broadcast(1)], 3)).toEqual([broadcast(1), broadcast(1), PING]);
});

test("reordered broadcasts come late and the other way round", async () => {
  meddler.broadcasts = "reorder";
  expect(await received([broadcast(1), broadcast(2)], 3)).toEqual([PING, broadcast(2), broadcast(1)]);
});

test("a server that resets its socket takes the client's with it", async () => {
  const [client, server] = await connected();
  const ended = new Promise<number>((resolve) => client.once("close", resolve));
  server.terminate();
  expect(await ended).toBe(1006);
});

test("requests pass whole, and are refused with 503 while it is unavailable", async () => {
  const url = `http://127.0.0.1:${meddler.port}/messages`;
  const passed = await fetch(url, { method: "POST", body: "Hello" });
  expect([passed.status, await passed.text()]).toEqual([201, "Hello"]);
  meddler.unavailable = true;
  const refused = await fetch(url, { method: "POST", body: "Hello" });
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "1"]);
  meddler.unavailable = false;
  expect((await fetch(url)).status).toBe(201);
});
