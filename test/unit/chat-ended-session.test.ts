import { describe, expect, test } from "vitest";
import { SESSION } from "../support/chat-rig.ts";
import { deferred } from "../support/deferred.ts";
import { connected, EndedRig, noticed } from "../support/ended-rig.ts";
import { messageJson } from "../support/messages.ts";
import { answer } from "../support/scripted-fetch.ts";

describe.each(["session_expired", "invalid_session"])("Chat, whose session has ended (%s)", (code) => {
  test("says so, keeps what is on the screen, and begins a new one", async () => {
    const rig = await connected();
    rig.code = code;
    rig.end();
    await noticed(rig);
    expect(rig.events.filter((event) => event.startsWith("error"))).toEqual([`error ${code}`]);
    expect(rig.chat.ended).toBe(true);
    expect(rig.shown).toEqual(["message 1"]);
    expect(rig.chat.conversation).toBeNull();
    expect(rig.stored).not.toBe(SESSION);
    expect(rig.bearers.at(-1)).toBe(`Bearer ${rig.stored}`);
    expect(rig.chat.problem).toBeNull();
  });
});

describe("Chat, whose session has ended", () => {
  test("what is written then starts a new conversation, below the earlier one", async () => {
    const rig = await connected();
    rig.end();
    await noticed(rig);
    rig.chat.send("Hello again");
    await rig.connect();
    expect(rig.chat.ended).toBe(false);
    expect(rig.shown).toEqual(["message 1", "Hello again"]);
    rig.broadcast(rig.commit(300, { body: "Welcome back" }));
    expect(rig.shown).toEqual(["message 1", "Hello again", "Welcome back"]);
    expect(rig.chat.connection).toEqual({ state: "connected", caughtUp: true });
  });

  test("the earlier conversation stays above, whatever the server's clock says, and through every later loading", async () => {
    const rig = await connected();
    rig.end();
    await noticed(rig);
    rig.commit(0, { body: "Older by the clock" });
    rig.chat.send("Hello again");
    await rig.connect();
    rig.routes.set("GET /messages", () => answer({ code: "unknown_cursor" }, 404));
    rig.lookAgain();
    await rig.settle();
    rig.routes.clear();
    await rig.channel.world.advance(5_000);
    expect(rig.shown).toEqual(["message 1", "Older by the clock", "Hello again"]);
  });

  test("a send whose refusal comes after the next session has ended too is no failure", async () => {
    const rig = await connected();
    const refusal = deferred<Response>();
    rig.routes.set("POST /messages", () => refusal.promise);
    rig.chat.send("Hello");
    await rig.settle();
    for (let count = 0; count < 2; count += 1) {
      rig.end();
      await noticed(rig);
    }
    rig.routes.clear();
    refusal.resolve(answer({ code: "session_expired" }, 401));
    await rig.channel.world.advance(5_000);
    expect(rig.events.filter((event) => event.startsWith("failed"))).toEqual([]);
    expect(rig.rows.map(({ body }) => body)).toEqual(["Hello"]);
  });

  test("history is asked from the new conversation only", async () => {
    const rig = new EndedRig({}, { returning: true });
    rig.commit(1);
    rig.routes.set("GET ", () => answer({ ...rig.bootstrap(), has_more_before: rig.rows.length > 0 }));
    rig.chat.start();
    await rig.connect();
    rig.end();
    await noticed(rig);
    expect(rig.chat.hasMoreBefore).toBe(false);
    await rig.chat.loadOlder();
    expect(rig.asked("GET /messages?before_id")).toEqual([]);
  });

  test("noticed by a send, the message and all behind it go out under the new session, once and in order", async () => {
    const rig = await connected();
    rig.end();
    const ids = ["one", "two", "three"].map((text) => rig.chat.send(text));
    await rig.channel.world.advance(5_000);
    expect(rig.rows.map(({ client_id, body }) => [client_id, body])).toEqual([
      [ids[0], "one"],
      [ids[1], "two"],
      [ids[2], "three"],
    ]);
    expect(rig.shown).toEqual(["message 1", "one", "two", "three"]);
    expect(rig.events.filter((event) => event.startsWith("failed"))).toEqual([]);
  });

  test("pending while it ended elsewhere, a message goes out under the new one", async () => {
    const rig = await connected();
    rig.routes.set("POST /messages", () => answer({}, 503));
    rig.chat.send("Waiting");
    await rig.settle();
    rig.end();
    await noticed(rig);
    rig.routes.clear();
    await rig.channel.world.advance(30_000);
    expect(rig.shown).toEqual(["message 1", "Waiting"]);
    expect(rig.events).toContain("sent Waiting");
  });

  test("what failed by it on an earlier page goes out too", async () => {
    const rig = new EndedRig({}, { returning: true });
    rig.end();
    for (const [index, code] of ["session_expired", "invalid"].entries()) {
      const message = { clientId: `c${index}`, body: `message of ${code}`, attachments: [], page: null };
      rig.records.records.set(`c${index}`, { message, order: [index, 0], failure: { code, text: "…" } });
    }
    rig.chat.start();
    await rig.channel.world.advance(5_000);
    expect(rig.rows.map(({ client_id }) => client_id)).toEqual(["c0"]);
    expect(rig.chat.messages.map(({ clientId, delivery }) => [clientId, delivery])).toEqual([
      ["c0", "sent"],
      ["c1", "failed"],
    ]);
  });

  test("a message that came by the cable, though its send says otherwise, is shown once", async () => {
    const rig = await connected();
    const sent = deferred<Response>();
    rig.routes.set("POST /messages", () => sent.promise);
    const clientId = rig.chat.send("Just in time");
    await rig.settle();
    rig.broadcast(rig.commit(2, { client_id: clientId, body: "Just in time", author: { type: "visitor" } }));
    rig.end();
    rig.routes.clear();
    sent.resolve(answer({ code: "session_expired" }, 401));
    await rig.channel.world.advance(5_000);
    expect(rig.shown).toEqual(["message 1", "Just in time"]);
    expect(rig.chat.messages.at(-1)).toMatchObject({ clientId, delivery: "sent" });
  });

  test("found at the first loading, there is nothing to keep, and it is said all the same", async () => {
    const rig = new EndedRig({}, { returning: true });
    rig.end();
    rig.chat.start();
    await rig.channel.world.advance(5_000);
    expect(rig.events).toEqual(["error session_expired", "ready"]);
    expect(rig.chat.ended).toBe(true);
    expect(rig.chat.connection).toEqual({ state: "idle" });
  });

  test("a rejected subscription leads to it by way of the bootstrap", async () => {
    const rig = await connected();
    rig.end();
    const { last } = rig.channel.cable;
    const { identifier } = last.commands.at(-1) ?? { identifier: "" };
    last.send(JSON.stringify({ type: "reject_subscription", identifier }));
    await rig.channel.world.advance(5_000);
    expect(rig.chat.ended).toBe(true);
    expect(rig.shown).toEqual(["message 1"]);
    expect(rig.chat.connection).toEqual({ state: "idle" });
    expect(rig.channel.cable.live).toHaveLength(0);
  });

  test("several requests that find it ended make one new session, and say it once", async () => {
    const rig = await connected();
    rig.end();
    rig.broadcast({ type: "message", revision: 9, message: messageJson(9, { revision: 9 }) });
    rig.chat.open();
    rig.chat.send("Hello");
    rig.lookAgain();
    await rig.channel.world.advance(5_000);
    expect(new Set(rig.bearers).size).toBe(2);
    expect(rig.events.filter((event) => event === "error session_expired")).toHaveLength(1);
  });

  test("another tab has put a new one in its place: that is taken, and none is made", async () => {
    const rig = await connected();
    rig.end();
    const other = "t".repeat(43);
    for (const key of rig.kept.keys()) rig.kept.set(key, other);
    await noticed(rig);
    expect([rig.stored, rig.bearers.at(-1)]).toEqual([other, `Bearer ${other}`]);
  });

  test("signed out just then, the next visitor hears nothing of it", async () => {
    const rig = await connected();
    const asked = deferred<Response>();
    rig.routes.set("GET /messages", () => asked.promise);
    rig.lookAgain();
    await rig.settle();
    await rig.chat.reset();
    asked.resolve(answer({ code: "session_expired" }, 401));
    await rig.channel.world.advance(5_000);
    expect([rig.chat.ended, rig.kept.size, rig.shown]).toEqual([false, 0, []]);
  });

  test("signed out after it, the earlier conversation is gone", async () => {
    const rig = await connected();
    rig.end();
    await noticed(rig);
    await rig.chat.reset();
    expect([rig.chat.ended, rig.shown]).toEqual([false, []]);
  });

  test("destroyed while the new one is being made, nothing is left", async () => {
    const rig = await connected();
    rig.end();
    rig.chat.on("error", () => rig.chat.destroy());
    await noticed(rig);
    expect(rig.channel.clock.pending).toBe(0);
    expect(rig.channel.reported).toEqual([]);
  });
});
