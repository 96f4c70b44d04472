import { describe, expect, it } from "vitest";
import { Cursor } from "../../../src/sync/cursor.ts";
import { CatchUpRig } from "../../support/catch-up-rig.ts";

describe("a live frame beyond a gap, while a catch-up is owed", () => {
  it("is asked about after the catch-up, when that did not close the gap", async () => {
    const cursor = new Cursor(5);
    const rig = new CatchUpRig(cursor);
    rig.catchUp.attach();
    cursor.live(8);
    await rig.answer(6);
    expect(rig.requests).toHaveLength(1);

    await rig.clock.advance(300);

    expect(rig.events).toEqual(["started confirmed", "done confirmed", "started hole"]);
    expect(rig.last.query.revision).toBe(6);
  });
});
