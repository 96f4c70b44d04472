import { beforeEach, describe, expect, test, vi } from "vitest";
import { Cursor } from "../../../src/sync/cursor.ts";
import { CatchUpRig } from "../../support/catch-up-rig.ts";

let cursor: Cursor;
let rig: CatchUpRig;

beforeEach(() => {
  cursor = new Cursor(7);
  rig = new CatchUpRig(cursor);
});

describe("CatchUp, for what is missing on a healthy socket", () => {
  test("a hole waits 300 ms for stragglers", async () => {
    await rig.quiet(7);
    cursor.live(9);
    rig.catchUp.requestSoon("hole");
    await rig.clock.advance(299);
    expect(rig.requests).toHaveLength(0);
    await rig.clock.advance(1);
    expect(rig.events).toEqual(["started hole"]);
  });

  test("a hole that a straggler has closed asks nothing", async () => {
    await rig.quiet(7);
    cursor.live(9);
    rig.catchUp.requestSoon("hole");
    cursor.live(8);
    await rig.clock.advance(60_000);
    expect(rig.requests).toHaveLength(0);
  });

  test("several frames beyond one hole make one catch-up", async () => {
    await rig.quiet(7);
    for (const revision of [9, 10, 11]) {
      cursor.live(revision);
      rig.catchUp.requestSoon("hole");
    }
    await rig.clock.advance(300);
    await rig.answer(11);
    await rig.clock.advance(60_000);
    expect(rig.requests).toHaveLength(1);
  });

  test("a hole that opened while another one was closed gets a moment of its own", async () => {
    await rig.quiet(7);
    cursor.live(9);
    rig.catchUp.requestSoon("hole");
    await rig.clock.advance(250);
    cursor.live(8);
    cursor.live(11);
    rig.catchUp.requestSoon("hole");
    await rig.clock.advance(50);
    cursor.live(10);
    await rig.clock.advance(60_000);
    expect(rig.requests).toHaveLength(0);
  });

  test("a wait that is over leaves nothing behind at a socket that may live for days", async () => {
    await rig.quiet(7);
    const listens = vi.spyOn(AbortSignal.prototype, "addEventListener");
    const leaves = vi.spyOn(AbortSignal.prototype, "removeEventListener");
    cursor.live(9);
    rig.catchUp.requestSoon("hole");
    cursor.live(8);
    await rig.clock.advance(300);
    expect(listens).toHaveBeenCalledOnce();
    expect(leaves.mock.calls).toEqual(listens.mock.calls);
  });

  test("what could not be read is asked for after 300 ms, although no revision is missing", async () => {
    await rig.quiet(7);
    rig.catchUp.requestSoon("unreadable");
    await rig.clock.advance(300);
    expect(rig.events).toEqual(["started unreadable"]);
  });

  test("a chunk that still waits after 300 ms is asked for, although no revision is missing", async () => {
    await rig.quiet(7);
    rig.gap = "1:4";
    rig.catchUp.requestSoon("gap");
    await rig.clock.advance(299);
    expect(rig.requests).toHaveLength(0);
    await rig.clock.advance(1);
    expect(rig.events).toEqual(["started gap"]);
  });

  test("a chunk whose turn came within 300 ms asks nothing", async () => {
    await rig.quiet(7);
    rig.gap = "1:4";
    rig.catchUp.requestSoon("gap");
    rig.gap = undefined;
    await rig.clock.advance(60_000);
    expect(rig.requests).toHaveLength(0);
  });

  test("another chunk that waits by then gets a moment of its own, and is asked for after it", async () => {
    await rig.quiet(7);
    rig.gap = "1:4";
    rig.catchUp.requestSoon("gap");
    rig.gap = "1:9";
    await rig.clock.advance(599);
    expect(rig.requests).toHaveLength(0);
    await rig.clock.advance(1);
    expect(rig.events).toEqual(["started gap"]);
  });

  test("a gap in a stream is asked for, although the hole that waited before it was closed", async () => {
    await rig.quiet(7);
    cursor.live(9);
    rig.catchUp.requestSoon("hole");
    rig.gap = "1:4";
    rig.catchUp.requestSoon("gap");
    cursor.live(8);
    await rig.clock.advance(300);
    expect(rig.events).toEqual(["started gap"]);
  });

  test("a hole that opened beside a gap is asked for, although the gap was closed", async () => {
    await rig.quiet(7);
    rig.gap = "1:4";
    rig.catchUp.requestSoon("gap");
    cursor.live(9);
    rig.catchUp.requestSoon("hole");
    rig.gap = undefined;
    await rig.clock.advance(600);
    expect(rig.events).toEqual(["started hole"]);
  });

  test("what could not be read is asked for, although the gap that waited before it was closed", async () => {
    await rig.quiet(7);
    rig.gap = "1:4";
    rig.catchUp.requestSoon("gap");
    rig.catchUp.requestSoon("unreadable");
    rig.gap = undefined;
    await rig.clock.advance(300);
    expect(rig.events).toEqual(["started unreadable"]);
  });

  test("what could not be read is asked for, although a hole that opened after it was closed", async () => {
    await rig.quiet(7);
    rig.catchUp.requestSoon("unreadable");
    cursor.live(9);
    rig.catchUp.requestSoon("hole");
    cursor.live(8);
    await rig.clock.advance(300);
    expect(rig.events).toEqual(["started unreadable"]);
  });

  test("what could not be read is asked for, although a gap that waited after it was closed", async () => {
    await rig.quiet(7);
    rig.catchUp.requestSoon("unreadable");
    rig.gap = "1:4";
    rig.catchUp.requestSoon("gap");
    rig.gap = undefined;
    await rig.clock.advance(300);
    expect(rig.events).toEqual(["started unreadable"]);
  });

  test("what could not be read gets a moment of its own, in the place of the gap that waited before it", async () => {
    await rig.quiet(7);
    rig.gap = "1:4";
    rig.catchUp.requestSoon("gap");
    await rig.clock.advance(200);
    rig.catchUp.requestSoon("unreadable");
    await rig.clock.advance(299);
    expect(rig.requests).toHaveLength(0);
    await rig.clock.advance(1);
    expect(rig.events).toEqual(["started unreadable"]);
  });

  test("what is missing is asked for, although as much was missing before the confirmation", async () => {
    rig.catchUp.requestSoon("unreadable");
    await rig.quiet(7);
    rig.catchUp.requestSoon("unreadable");
    await rig.clock.advance(300);
    expect(rig.events).toEqual(["started unreadable"]);
  });

  test("a hole that opens beside a gap does not put off asking for it", async () => {
    await rig.quiet(7);
    rig.gap = "1:4";
    rig.catchUp.requestSoon("gap");
    await rig.clock.advance(200);
    cursor.live(9);
    rig.catchUp.requestSoon("hole");
    await rig.clock.advance(100);
    expect(rig.events).toEqual(["started gap"]);
  });

  test.each(["hole", "gap", "unreadable"] as const)("however often, a %s makes one wait", async (reason) => {
    await rig.quiet(7);
    rig.catchUp.requestSoon(reason);
    rig.catchUp.requestSoon(reason);
    expect(rig.clock.pending).toBe(1);
  });

  test("a hole found while a run is under way is asked for after it", async () => {
    await rig.quiet(7);
    rig.catchUp.request("interval");
    cursor.live(9);
    rig.catchUp.requestSoon("hole");
    await rig.clock.advance(300);
    await rig.answer(7);
    expect(rig.events).toEqual(["started interval", "done interval", "started hole"]);
  });

  test("a revision that never comes is asked for ever more slowly, not in a loop", async () => {
    await rig.quiet(7);
    cursor.live(1_000_000);
    rig.catchUp.requestSoon("hole");
    for (let asked = 0; asked < 100; asked += 1) {
      await rig.clock.runUntil(() => rig.running, 60_000);
      await rig.answer(7);
    }
    expect(rig.clock.now()).toBeGreaterThan(90 * 30_000);
  });

  test("a gap does not wait as long as a hole that was asked for in vain", async () => {
    await rig.quiet(7);
    cursor.live(1_000_000);
    rig.catchUp.requestSoon("hole");
    for (let asked = 0; asked < 8; asked += 1) {
      await rig.clock.runUntil(() => rig.running, 60_000);
      await rig.answer(7);
    }
    rig.gap = "1:4";
    rig.catchUp.requestSoon("gap");
    await rig.clock.advance(300);
    expect(rig.events.at(-1)).toBe("started gap");
  });
});
