import "../../support/web-socket.ts";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { actionCableConsumer } from "../../../src/browser/action-cable-consumer.ts";
import type { CableSocketEvents } from "../../../src/core/ports.ts";
import { type CableCommand, frames, IDENTIFIER, type ServerSide } from "../../support/server-side.ts";
import { type CableSite, describeCableConsumer } from "./cable-consumer.contract.ts";

/** A server of real WebSockets, whose end of each a test plays. */
async function openSite(): Promise<CableSite> {
  const server = createServer((_, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({ server, path: "/cable", handleProtocols: () => "actioncable-v1-json" });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  let accepted = 0;
  let wake: () => void = () => undefined;
  const happened = () => wake();
  sockets.on("connection", (socket) => {
    accepted += 1;
    socket.on("message", happened).on("close", happened);
  });
  return {
    url: `ws://127.0.0.1:${port}/cable`,
    deadUrl: `ws://127.0.0.1:${port}/elsewhere`,
    get accepted() {
      return accepted;
    },
    accept: async () => {
      const [socket] = (await once(sockets, "connection")) as [WebSocket];
      return serverSide(socket, happened);
    },
    until: async (condition) => {
      while (!condition()) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          setImmediate(resolve);
        });
      }
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
      await once(server, "close");
    },
  };
}

function serverSide(socket: WebSocket, happened: () => void): ServerSide {
  const commands: CableCommand[] = [];
  socket.on("message", (data) => {
    commands.push(JSON.parse(String(data)) as CableCommand);
    happened();
  });
  return {
    commands,
    send: (text) => socket.send(text),
    end: () => socket.close(),
  };
}

describeCableConsumer("actionCableConsumer, over real sockets", actionCableConsumer, openSite);

const deaf: CableSocketEvents = {
  welcomed: () => undefined,
  heard: () => undefined,
  disconnected: () => undefined,
  unreadable: () => undefined,
  closed: () => undefined,
};

describe("actionCableConsumer, what the library would do by itself", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("close() ends a socket that is stuck while connecting", async () => {
    const server = createTcpServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const connected = once(server, "connection") as Promise<[Socket]>;
    const socket = actionCableConsumer.open(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/cable`, deaf);
    const [peer] = await connected;
    const ended = once(peer.resume(), "close");
    socket.close();
    await ended;
    server.close();
  });

  test("its monitor does not reconnect, however long nothing comes", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    const site = await openSite();
    const accepted = site.accept();
    const socket = actionCableConsumer.open(site.url, deaf);
    await accepted;
    await vi.advanceTimersByTimeAsync(120_000);
    const next = site.accept();
    const probe = actionCableConsumer.open(site.url, deaf);
    await next;
    expect(site.accepted).toBe(2);
    socket.close();
    probe.close();
    await site.close();
  });

  test("a subscription that nobody confirms is asked for no more once the socket is closed", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const site = await openSite();
    const welcomed = vi.fn();
    const accepted = site.accept();
    const socket = actionCableConsumer.open(site.url, { ...deaf, welcomed });
    const server = await accepted;
    server.send(frames.welcome);
    await site.until(() => welcomed.mock.calls.length > 0);
    const nothing = { confirmed: () => undefined, rejected: () => undefined, received: () => undefined };
    socket.subscribe(IDENTIFIER, nothing);
    await site.until(() => server.commands.length === 1);
    socket.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.commands).toHaveLength(1);
    await site.close();
  });
});
