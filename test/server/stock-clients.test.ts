import { createCable } from "@anycable/web";
import { adapters, createConsumer } from "@rails/actioncable";
import { Window } from "happy-dom";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { startServer } from "../support/embedded-server.ts";
import { TestVisitor } from "../support/test-visitor.ts";

/** What both clients can be asked to do, so that both are held to the same claims. */
interface StockSubscription {
  readonly confirmed: () => Promise<void>;
  readonly rejected: () => Promise<void>;
  readonly disconnected: () => Promise<void>;
  /** The next body received that nobody has taken yet. */
  readonly received: () => Promise<string>;
}

interface StockClient {
  subscribe(params: Record<string, string>): StockSubscription;
  end(): void;
}

type Received = { message?: { body: string } };

/** Things that happen, in order, each to be awaited once. */
class Happenings<T> {
  readonly #past: T[] = [];
  readonly #waiting: ((value: T) => void)[] = [];

  readonly add = (value: T): void => {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(value);
    else this.#past.push(value);
  };

  readonly next = (): Promise<T> => {
    const value = this.#past.shift();
    return value === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(value);
  };
}

function happenings() {
  const confirmed = new Happenings<true>();
  const rejected = new Happenings<true>();
  const disconnected = new Happenings<true>();
  const received = new Happenings<string>();
  const subscription: StockSubscription = {
    confirmed: async () => void (await confirmed.next()),
    rejected: async () => void (await rejected.next()),
    disconnected: async () => void (await disconnected.next()),
    received: () => received.next(),
  };
  const heard = (data: Received) => received.add(data.message?.body ?? "");
  return { confirmed, rejected, disconnected, heard, subscription };
}

function actionCable(url: string): StockClient {
  adapters.WebSocket = WebSocket as unknown as typeof globalThis.WebSocket;
  const consumer = createConsumer(url);
  return {
    subscribe(params) {
      const { confirmed, rejected, disconnected, heard, subscription } = happenings();
      const { channel = "" } = params;
      consumer.subscriptions.create(
        { ...params, channel },
        {
          connected: () => confirmed.add(true),
          rejected: () => rejected.add(true),
          disconnected: () => disconnected.add(true),
          received: heard,
        },
      );
      return subscription;
    },
    end: () => consumer.disconnect(),
  };
}

const nothing = (): void => undefined;
/** A rejection is what one of the tests asks for; it need not be reported as well. */
const quiet = { level: "error" as const, log: nothing, info: nothing, warn: nothing, error: nothing, debug: nothing };

function anyCable(url: string): StockClient {
  const cable = createCable(url, { websocketImplementation: WebSocket, logger: quiet });
  return {
    subscribe({ channel: name = "", ...params }) {
      const { confirmed, rejected, disconnected, heard, subscription } = happenings();
      const channel = cable.subscribeTo(name, params);
      channel.on("connect", () => confirmed.add(true));
      channel.on("disconnect", () => disconnected.add(true));
      channel.on("close", () => rejected.add(true));
      channel.on("message", (data) => heard(data as Received));
      return subscription;
    },
    end: () => cable.disconnect(),
  };
}

const window = new Window();

beforeAll(() => {
  // Both clients look for a page: its document, and its events to reconnect by.
  vi.stubGlobal("document", window.document);
  vi.stubGlobal("window", window);
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  vi.stubGlobal("removeEventListener", window.removeEventListener.bind(window));
});

afterAll(async () => {
  vi.unstubAllGlobals();
  await window.happyDOM.close();
});

describe.each([
  { name: "@rails/actioncable", connect: actionCable },
  { name: "@anycable/web", connect: anyCable },
])("$name", ({ connect }) => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let client: StockClient;

  beforeEach(async () => {
    server = await startServer();
    client = connect(server.cable);
  });

  afterEach(async () => {
    client.end();
    await server.stop("SIGKILL");
  });

  it("is welcomed, confirmed, and receives what is sent, in order", async () => {
    const visitor = new TestVisitor(server);
    const { conversation } = await visitor.send("first");
    const subscription = client.subscribe(visitor.identifier(conversation));
    await subscription.confirmed();
    await visitor.send("second");
    await visitor.send("third");
    expect([await subscription.received(), await subscription.received()]).toEqual(["second", "third"]);
  });

  it("is rejected from a conversation that is not its own", async () => {
    const { conversation } = await new TestVisitor(server).send("somebody else's");
    const subscription = client.subscribe(new TestVisitor(server).identifier(conversation));
    await subscription.rejected();
  });

  it.each(["SIGTERM", "SIGKILL"] as const)("survives a restart by %s and receives again", async (signal) => {
    const visitor = new TestVisitor(server);
    const { conversation } = await visitor.send("first");
    const subscription = client.subscribe(visitor.identifier(conversation));
    await subscription.confirmed();
    await server.control.halt(signal);
    await subscription.disconnected();
    await server.control.start();
    await subscription.confirmed();
    await visitor.send("after the restart");
    expect(await subscription.received()).toBe("after the restart");
  });
});
