import { describe, expect, test } from "vitest";
import { SESSION } from "../support/chat-rig.ts";
import { type Deferred, deferred } from "../support/deferred.ts";
import { connected, EndedRig, noticed } from "../support/ended-rig.ts";
import { answer } from "../support/scripted-fetch.ts";

const IDENTITY = { identifier: "42", hash: "f".repeat(64) };

describe("Chat, whose session has ended, and whom the page had identified", () => {
  test("the page that had identified is identified again, before anything is sent", async () => {
    const rig = await connected();
    await rig.chat.identify(IDENTITY);
    await rig.connect();
    rig.end();
    rig.requests.length = 0;
    rig.chat.send("Hello");
    await rig.channel.world.advance(5_000);
    const [refused, ...then] = rig.requests.filter((request) => /^(PUT .identity|POST)/.test(request));
    expect(refused).toBe("POST /messages");
    expect(then.indexOf("PUT /identity")).toBe(0);
    expect(then).toContain("POST /messages");
  });

  test("identifying is what finds it ended: the new one is identified", async () => {
    const rig = new EndedRig({}, { returning: true });
    rig.end();
    rig.chat.start();
    await rig.chat.identify(IDENTITY);
    await rig.channel.world.advance(5_000);
    const identified = rig.requests.lastIndexOf("PUT /identity");
    expect(rig.bearers[identified]).toBe(`Bearer ${rig.stored}`);
    expect(rig.stored).not.toBe(SESSION);
  });

  test("ended once more while it is identified again, nothing is sent without a session", async () => {
    const rig = await connected();
    await rig.chat.identify(IDENTITY);
    await rig.connect();
    const identities: Deferred<Response>[] = [];
    rig.routes.set("PUT /identity", () => {
      identities.push(deferred<Response>());
      return identities.at(-1)?.promise as Promise<Response>;
    });
    rig.end();
    rig.chat.send("Hello");
    await rig.channel.world.advance(2_000);
    const [one, two] = identities as [Deferred<Response>, Deferred<Response>];
    rig.routes.clear();
    rig.end();
    one.resolve(answer({ code: "session_expired" }, 401));
    await rig.settle();
    two.resolve(answer({ session: { identified: true, name: "Ana" }, conversation: null }));
    await rig.channel.world.advance(5_000);
    expect(rig.events.filter((event) => event.startsWith("failed"))).toEqual([]);
    expect(rig.shown).toEqual(["message 1", "Hello"]);
    const sends = rig.bearers.filter((_, index) => rig.requests[index] === "POST /messages");
    expect(sends).toEqual([`Bearer ${SESSION}`, `Bearer ${rig.stored}`]);
  });

  test("a contact's messages that can be read again stand once", async () => {
    const rig = await connected();
    rig.ended.add(`Bearer ${SESSION}`);
    await noticed(rig);
    await rig.connect();
    expect(rig.shown).toEqual(["message 1"]);
    expect(rig.chat.ended).toBe(false);
    expect(rig.chat.connection).toEqual({ state: "connected", caughtUp: true });
  });

  test("nobody vouches for the visitor any more: said, and on as an unknown one", async () => {
    const rig = await connected();
    await rig.chat.identify(IDENTITY);
    await rig.connect();
    rig.end();
    rig.routes.set("PUT /identity", () => answer({ code: "invalid_identity" }, 401));
    rig.chat.send("Hello");
    await rig.channel.world.advance(5_000);
    expect(rig.events).toContain("error invalid_identity");
    expect(rig.events).toContain("sent Hello");
  });
});

describe("Chat, of several tabs, whose session has ended", () => {
  test("signed out in the tab that knows, a tab that does not know yet shows nothing of it either", async () => {
    const one = await connected();
    const two = new EndedRig({}, { beside: one });
    two.chat.start();
    await two.connect();
    one.end();
    await noticed(one);
    expect([one.chat.ended, two.chat.ended]).toEqual([true, false]);
    await one.chat.reset();
    await two.settle();
    expect([one.shown, two.shown]).toEqual([[], []]);
    expect(two.chat.hasSession).toBe(false);
  });
});

describe("Chat, ended by whoever is told of it", () => {
  test.each(["connection", "conversation", "error"] as const)("on %s, leaves nothing behind", async (name) => {
    const rig = await connected();
    rig.chat.open();
    rig.end();
    rig.chat.on(name, () => rig.chat.destroy());
    await noticed(rig);
    expect([rig.channel.clock.pending, rig.channel.cable.live.length, rig.channel.reported]).toEqual([0, 0, []]);
  });
});

describe("Chat, whose every session has ended", () => {
  class HopelessRig extends EndedRig {
    protected override refuse(bearer: string | null): Response | null {
      return bearer ? answer({ code: "session_expired" }, 401) : null;
    }
  }

  test("tries three new ones, then says that it does not work, and keeps what was written", async () => {
    const rig = new HopelessRig({}, { returning: true });
    rig.chat.start();
    rig.chat.send("Hello");
    await rig.channel.world.advance(600_000);
    expect(new Set(rig.bearers).size).toBe(4);
    expect(rig.requests.length).toBeLessThan(20);
    expect(rig.chat.problem).toMatchObject({ code: "session_expired" });
    expect(rig.chat.messages).toMatchObject([{ body: "Hello", delivery: "failed" }]);
  });

  test("where only sending is refused, it ends as well", async () => {
    const rig = new EndedRig({}, { returning: true });
    rig.routes.set("POST /messages", () => answer({ code: "session_expired" }, 401));
    rig.chat.start();
    rig.chat.send("Hello");
    await rig.channel.world.advance(600_000);
    expect(rig.asked("POST")).toHaveLength(4);
    expect(rig.chat.messages).toMatchObject([{ body: "Hello", delivery: "failed" }]);
  });

  test("looked at again, it makes no further one", async () => {
    const rig = new HopelessRig({}, { returning: true });
    rig.chat.start();
    await rig.channel.world.advance(60_000);
    rig.lookAgain();
    await rig.channel.world.advance(60_000);
    expect(new Set(rig.bearers).size).toBe(4);
  });
});
