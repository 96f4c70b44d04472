import { beforeEach, describe, expect, test } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";
import { Cursor } from "../../../src/sync/cursor.ts";
import { CatchUpRig } from "../../support/catch-up-rig.ts";
import { ALMOST_ONE } from "../../support/fixed-random.ts";
import { message } from "../../support/messages.ts";

let cursor: Cursor;
let rig: CatchUpRig;

beforeEach(() => {
  cursor = new Cursor(7);
  rig = new CatchUpRig(cursor);
});

const unavailable = new CablechatError("unavailable", "down", { retryable: true });

describe("CatchUp, when a request fails", () => {
  test("it is tried again after a backoff, from where the last page left off", async () => {
    rig.random.value = ALMOST_ONE;
    rig.catchUp.attach();
    await rig.answer(107, [message(107)], true);
    await rig.fail(unavailable);
    await rig.clock.advance(498);
    expect(rig.requests).toHaveLength(2);
    await rig.clock.advance(1);
    expect(rig.last.query.revision).toBe(107);
    expect(rig.events).toEqual(["started confirmed", "failed confirmed unavailable"]);
  });

  test("the backoff doubles to 15 s", async () => {
    rig.random.value = ALMOST_ONE;
    rig.catchUp.attach();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      await rig.fail(unavailable);
      const [before, asked] = [rig.clock.now(), rig.requests.length];
      await rig.clock.runUntil(() => rig.requests.length > asked, 60_000);
      waits.push(rig.clock.now() - before);
    }
    expect(waits).toEqual([499, 999, 1_999, 3_999, 7_999, 14_999, 14_999]);
  });

  test("Retry-After is honoured", async () => {
    rig.catchUp.attach();
    await rig.fail(new CablechatError("too_many_requests", "…", { retryable: true, retryAfterMs: 20_000 }));
    await rig.clock.advance(19_999);
    expect(rig.requests).toHaveLength(1);
    await rig.clock.advance(1);
    expect(rig.requests).toHaveLength(2);
  });

  test("what fails for good is retried too, since the socket lives and says otherwise", async () => {
    rig.catchUp.attach();
    await rig.fail(new CablechatError("not_json", "…"));
    await rig.clock.advance(500);
    await rig.answer(7);
    expect(rig.events.at(-1)).toBe("done confirmed");
  });

  test("an unknown cursor is not asked for again: only a bootstrap helps", async () => {
    rig.catchUp.attach();
    await rig.fail(new CablechatError("unknown_cursor", "…"));
    expect(rig.events).toEqual(["started confirmed", "failed confirmed unknown_cursor", "lost"]);
    expect(rig.requests).toHaveLength(1);
  });

  test("after an unknown cursor whoever asks for it is not kept waiting", async () => {
    rig.catchUp.attach();
    await rig.fail(new CablechatError("unknown_cursor", "…"));
    rig.catchUp.request("visible");
    expect(rig.requests).toHaveLength(2);
  });

  test("it stays owed", async () => {
    rig.catchUp.attach();
    await rig.fail(unavailable);
    expect(cursor.owed).toBe(true);
  });
});

describe("CatchUp, ended by whoever is told of it", () => {
  function endedWhenTold(start: string): void {
    const { events, catchUp } = rig;
    events.push = (...told) => {
      if (told[0]?.startsWith(start)) catchUp.detach();
      return Array.prototype.push.apply(events, told);
    };
  }

  test("fails no more, and leaves no timer", async () => {
    endedWhenTold("failed");
    rig.catchUp.attach();
    await rig.fail(unavailable);
    expect(rig.events.at(-1)).toBe("aborted confirmed");
    expect(rig.clock.pending).toBe(0);
  });

  test("as it begins, asks nothing and leaves no timer", async () => {
    endedWhenTold("started");
    rig.catchUp.attach();
    await rig.clock.settle();
    expect([...rig.events]).toEqual(["started confirmed", "aborted confirmed"]);
    expect(rig.requests).toHaveLength(0);
    expect(rig.clock.pending).toBe(0);
  });
});

describe("CatchUp, at a drop", () => {
  test("the request under way is aborted and its page not taken", async () => {
    rig.catchUp.attach();
    const dropped = rig.last;
    rig.catchUp.detach();
    expect(dropped.signal?.aborted).toBe(true);
    await rig.clock.settle();
    expect(rig.pages).toHaveLength(0);
    expect(rig.events).toEqual(["started confirmed", "aborted confirmed"]);
  });

  test("an answer that had come in the same instant is not taken either", async () => {
    rig.catchUp.attach();
    rig.last.resolve({ conversation: null, messages: [message(9)], revision: 9, hasMore: false });
    rig.catchUp.detach();
    await rig.clock.settle();
    expect(rig.pages).toHaveLength(0);
    expect(cursor.revision).toBe(7);
  });

  test("a failed run does not try again", async () => {
    rig.catchUp.attach();
    await rig.fail(unavailable);
    rig.catchUp.detach();
    await rig.clock.advance(60_000);
    expect(rig.requests).toHaveLength(1);
    expect(rig.events.at(-1)).toBe("aborted confirmed");
  });

  test("a catch-up is owed again", async () => {
    await rig.quiet(7);
    rig.catchUp.detach();
    expect(cursor.owed).toBe(true);
  });

  test("nothing is left running", async () => {
    await rig.quiet(7);
    rig.catchUp.requestSoon("hole");
    rig.catchUp.detach();
    expect(rig.clock.pending).toBe(0);
  });

  test("the second look of an earlier socket does not come", async () => {
    rig.catchUp.attach();
    await rig.answer(7);
    rig.catchUp.detach();
    await rig.clock.advance(10_000);
    expect(rig.requests).toHaveLength(1);
  });

  test("what was asked for meanwhile waits for the next confirmation", async () => {
    rig.catchUp.attach();
    rig.catchUp.request("visible");
    rig.catchUp.detach();
    await rig.clock.advance(10_000);
    expect(rig.requests).toHaveLength(1);
  });

  test("a confirmation while the aborted run is still ending asks after it, once", async () => {
    rig.catchUp.attach();
    rig.catchUp.detach();
    rig.catchUp.attach();
    await rig.clock.settle();
    expect(rig.events).toEqual(["started confirmed", "aborted confirmed", "started confirmed"]);
    expect(rig.requests).toHaveLength(2);
  });
});
