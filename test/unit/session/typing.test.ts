import { beforeEach, describe, expect, test } from "vitest";
import { Typing } from "../../../src/session/typing.ts";
import { AGENT } from "../../support/messages.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const BEN = { ...AGENT, id: "10", name: "Ben" };

let clock: VirtualClock;
let told: string[];
let changes: number;
let typing: Typing;

beforeEach(() => {
  clock = new VirtualClock();
  [told, changes] = [[], 0];
  typing = new Typing(clock, {
    changed: () => {
      changes += 1;
    },
    tell: (state) => told.push(state),
  });
});

describe("Typing, of the other side", () => {
  test("who has begun is typing, until it stops", () => {
    typing.heard(AGENT, true);
    expect(typing.authors).toEqual([AGENT]);
    typing.heard(AGENT, false);
    expect(typing.authors).toEqual([]);
    expect(changes).toBe(2);
  });

  test("without a renewal it is cleared after 10 s", async () => {
    typing.heard(AGENT, true);
    await clock.advance(9_999);
    expect(typing.authors).toEqual([AGENT]);
    await clock.advance(1);
    expect(typing.authors).toEqual([]);
  });

  test("a renewal gives another 10 s", async () => {
    typing.heard(AGENT, true);
    await clock.advance(9_000);
    typing.heard(AGENT, true);
    await clock.advance(9_000);
    expect(typing.authors).toEqual([AGENT]);
    expect(clock.pending).toBe(1);
  });

  test("two people are told apart", () => {
    typing.heard(AGENT, true);
    typing.heard(BEN, true);
    typing.heard(AGENT, false);
    expect(typing.authors).toEqual([BEN]);
  });

  test("a stop of somebody who had not begun changes nothing", () => {
    typing.heard(AGENT, false);
    expect(changes).toBe(0);
  });

  test("clear() leaves no timer", () => {
    typing.heard(AGENT, true);
    typing.heard(BEN, true);
    typing.clear();
    expect(typing.authors).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});

describe("Typing, of one's own", () => {
  test("the first key tells that it has begun, the next ones do not", () => {
    typing.typed();
    typing.typed();
    expect(told).toEqual(["started"]);
  });

  test("while it goes on it is renewed before the reader's 10 s are over", async () => {
    for (let second = 0; second < 20; second += 1) {
      typing.typed();
      await clock.advance(1_000);
    }
    expect(told).toEqual(Array(5).fill("started"));
  });

  test("sent or left, it has stopped, and is told once", () => {
    typing.typed();
    typing.stop();
    typing.stop();
    expect(told).toEqual(["started", "stopped"]);
  });

  test("a stop without a beginning tells nothing", () => {
    typing.stop();
    expect(told).toEqual([]);
  });
});
