import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CableIdentifier } from "../../src/core/ports.ts";
import type { OutboxEntry } from "../../src/outbox/outbox-entry.ts";
import { FakeCable } from "../support/fake-cable.ts";
import { messageJson } from "../support/messages.ts";
import { RecordStore } from "../support/record-store.ts";
import { answer } from "../support/scripted-fetch.ts";
import { frames } from "../support/server-side.ts";
import { TabHub } from "../support/tab-hub.ts";

// Node's own surroundings, as a server that renders pages has them.

type Packaged = Record<string, { default?: string } | string>;

const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { exports: Packaged };
/** What the package lets be imported, and the source of each. */
const ENTRIES = Object.entries(exports).flatMap(([name, target]) =>
  typeof target === "object"
    ? [[name, `${target.default}`.replace("./lib/", "/src/").replace(/js$/, "ts")] as const]
    : [],
);

const given = new Set(Object.getOwnPropertyNames(globalThis));

// Elsewhere they may have been loaded before, and what is loaded is not tried again.
beforeEach(() => vi.resetModules());

// Lit brings a `customElements` of its own, which other tests of this process must not find.
afterEach(() => {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!given.has(name)) Reflect.deleteProperty(globalThis, name);
  }
});

describe("where there is no DOM", () => {
  test("the tests below are there", () => {
    const absent = ["window", "document", "HTMLElement", "customElements"];
    expect(absent.filter((name) => name in globalThis)).toEqual([]);
    expect(ENTRIES.map(([name]) => name)).toEqual([".", "./element", "./element/define", "./desk", "./desk/define"]);
  });

  test.each(ENTRIES)("%s can be imported", async (_, path) => {
    await expect(import(path)).resolves.toBeTypeOf("object");
  });

  test("the element's class is there to be extended or named, and defines nothing", async () => {
    const { CableChat } = await import("../../src/components/cable-chat.ts");
    await import("../../src/components/cable-chat.define.ts");
    expect(CableChat.observedAttributes).toContain("endpoint");
    expect("customElements" in globalThis).toBe(false);
  });
});

describe("a headless chat where there is no DOM", () => {
  const WEBCHAT = "/chat/webchats/demo";
  const cable = new FakeCable();
  const records = new RecordStore<OutboxEntry>();
  const kept = new Map<string, string>();
  const rows: unknown[] = [];

  /** A backend with one conversation, "77". */
  const backend = async (url: string, { method, body }: RequestInit): Promise<Response> => {
    const conversation = rows.length > 0 ? { id: "77", status: "open", revision: rows.length, seen: {} } : null;
    const request = `${method} ${new URL(url).pathname.replace(WEBCHAT, "")}`;
    if (request === "POST /messages") {
      const { client_id, body: text } = JSON.parse(String(body));
      rows.push(messageJson(1, { client_id, body: text, author: { type: "visitor" }, revision: 1 }));
      return answer(rows[0], 201);
    }
    const page = { conversation, messages: rows, revision: rows.length };
    if (request === "GET /messages") return answer({ ...page, has_more: false });
    const where = { url: "wss://app.example/cable", channel: "WebchatChannel" };
    return answer({
      ...page,
      webchat: { id: "demo", name: "Demo" },
      cable: where,
      session: null,
      has_more_before: false,
    });
  };

  /** With what docs/embedding.md says is to be given, and everything else as the package brings it. */
  const create = async () => {
    const { createChat } = await import("../../src/index.ts");
    return createChat(
      { endpoint: "https://app.example/chat", webchat: "demo" },
      {
        fetch: backend,
        consumer: cable,
        sessionStorage: () => ({
          get: (key) => kept.get(key) ?? null,
          set: (key, value) => void kept.set(key, value),
          remove: (key) => void kept.delete(key),
        }),
        outboxStorage: () => records,
        tabChannel: new TabHub().tabChannel,
      },
    );
  };

  test("sends, follows the conversation and hears the answer", async () => {
    const chat = await create();
    const heard: string[] = [];
    chat.on("error", ({ error }) => heard.push(error.message));
    const sent = new Promise((resolve) => chat.on("sent", resolve));
    const answered = new Promise((resolve) => chat.on("message", resolve));
    chat.open();
    chat.send("Hello");
    await sent;
    await vi.waitFor(() => expect(cable.sockets).toHaveLength(1));
    cable.last.send(frames.welcome);
    await vi.waitFor(() => expect(cable.last.asked).toEqual(["77"]));
    const [subscribe] = cable.last.commands;
    const asked = JSON.parse(subscribe?.identifier ?? "{}") as CableIdentifier;
    cable.last.send(frames.confirm(asked));
    await vi.waitFor(() => expect(chat.connection).toEqual({ state: "connected", caughtUp: true }));
    rows.push(messageJson(2, { body: "Good day", revision: 2 }));
    cable.last.send(frames.message(asked, { type: "message", revision: 2, message: rows[1] }));
    await answered;
    expect(chat.messages.map(({ body }) => body)).toEqual(["Hello", "Good day"]);
    expect(heard).toEqual([]);
    chat.destroy();
  });
});
