import { beforeEach, describe, expect, test } from "vitest";
import { Cursor } from "../../../src/sync/cursor.ts";
import { CatchUpRig } from "../../support/catch-up-rig.ts";
import { message } from "../../support/messages.ts";

let cursor: Cursor;
let rig: CatchUpRig;

beforeEach(() => {
  cursor = new Cursor(7);
  rig = new CatchUpRig(cursor);
});

describe("CatchUp, when it asks", () => {
  test("nothing is asked before a confirmation", async () => {
    rig.catchUp.request("visible");
    rig.catchUp.requestSoon("hole");
    await rig.clock.advance(60_000);
    expect(rig.requests).toHaveLength(0);
    expect(rig.clock.pending).toBe(0);
  });

  test("a confirmation asks at once, from the cursor", () => {
    rig.catchUp.attach();
    expect(rig.requests.map(({ query }) => query)).toEqual([{ afterId: null, revision: 7 }]);
  });

  test("it looks again 2 s after the confirmation", async () => {
    rig.catchUp.attach();
    await rig.answer(7);
    await rig.clock.advance(1_999);
    expect(rig.requests).toHaveLength(1);
    await rig.clock.advance(1);
    expect(rig.events.at(-1)).toBe("started look");
  });

  test("being attached twice asks once", async () => {
    rig.catchUp.attach();
    rig.catchUp.attach();
    await rig.answer(7);
    expect(rig.requests).toHaveLength(1);
  });

  test("where no subscription is to be had it asks when it is polled, and does not look again by itself", async () => {
    rig.catchUp.poll();
    await rig.answer(7);
    await rig.clock.advance(60_000);
    expect(rig.events).toEqual(["started polling", "done polling"]);
  });

  test("at most one run is under way: what is asked meanwhile comes once, after it", async () => {
    rig.catchUp.attach();
    rig.catchUp.request("visible");
    rig.catchUp.request("interval");
    expect(rig.requests).toHaveLength(1);
    await rig.answer(7);
    expect(rig.events).toEqual(["started confirmed", "done confirmed", "started visible"]);
    await rig.answer(7);
    expect(rig.requests).toHaveLength(2);
  });

  test("nothing is owed once the last page is here", async () => {
    rig.catchUp.attach();
    expect(cursor.owed).toBe(true);
    await rig.answer(7);
    expect(cursor.owed).toBe(false);
  });
});

describe("CatchUp, page by page", () => {
  test("it goes on until there is no more", async () => {
    rig.catchUp.attach();
    await rig.answer(107, [message(107)], true);
    await rig.answer(207, [message(207)], true);
    await rig.answer(210, [message(210)]);
    expect(rig.requests.map(({ query }) => query.revision)).toEqual([7, 107, 207]);
    expect(rig.events).toEqual(["started confirmed", "done confirmed"]);
    expect(cursor.revision).toBe(210);
  });

  test("while there is more, it is still owed", async () => {
    rig.catchUp.attach();
    await rig.answer(107, [message(107)], true);
    expect(cursor.owed).toBe(true);
  });

  test("without revisions the next page begins after the last row, also beyond a streaming message", async () => {
    cursor = new Cursor(null, [message(1, { revision: null })]);
    rig = new CatchUpRig(cursor);
    rig.catchUp.attach();
    await rig.answer(null, [message(2, { state: "streaming" }), message(3), message(4)], true);
    expect(rig.last.query.afterId).toBe("4");
    await rig.answer(null, [message(5)]);
    expect(cursor.query.afterId).toBe("1");
  });

  test("a server that says there is more but does not move on is asked again with backoff, not in a loop", async () => {
    rig.catchUp.attach();
    await rig.answer(7, [], true);
    expect(rig.events.at(-1)).toBe("failed confirmed invalid_response");
    expect(rig.requests).toHaveLength(1);
  });

  test("without revisions, the last row a second time is no progress", async () => {
    rig = new CatchUpRig(new Cursor(null, [message(1, { revision: null })]));
    rig.catchUp.attach();
    await rig.answer(null, [message(1, { revision: null })], true);
    expect(rig.events.at(-1)).toBe("failed confirmed invalid_response");
  });

  test("a backend that has begun to number its changes is asked on from the first number", async () => {
    rig = new CatchUpRig(new Cursor(null, [message(1, { revision: null })]));
    rig.catchUp.attach();
    await rig.answer(1, [], true);
    expect(rig.last.query).toEqual({ afterId: "1", revision: 1 });
  });

  test("with revisions, other rows of the same revision are no progress", async () => {
    rig.catchUp.attach();
    await rig.answer(7, [message(3)], true);
    expect(rig.events.at(-1)).toBe("failed confirmed invalid_response");
  });

  test("a page that is not of this conversation ends the run and moves nothing", async () => {
    rig.ours = false;
    rig.catchUp.attach();
    await rig.answer(99, [message(99)], true);
    expect(rig.requests).toHaveLength(1);
    expect(cursor.query.revision).toBe(7);
    expect(cursor.owed).toBe(true);
  });
});
