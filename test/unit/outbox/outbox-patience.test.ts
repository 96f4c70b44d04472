import { beforeEach, describe, expect, test } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";
import { ALMOST_ONE } from "../../support/fixed-random.ts";
import { answerTo, type Browser, newBrowser, OutboxRig } from "../../support/outbox-rig.ts";

const unavailable = new CablechatError("unavailable", "down", { retryable: true });

let browser: Browser;
let rig: OutboxRig;

beforeEach(() => {
  browser = newBrowser();
  rig = new OutboxRig(browser);
});

function tooMany(seconds: number): CablechatError {
  return new CablechatError("too_many_requests", "…", { retryable: true, retryAfterMs: seconds * 1_000 });
}

describe("Outbox, patience", () => {
  test("Retry-After is honoured", async () => {
    await rig.write("a");
    await rig.refuse(tooMany(60));
    await browser.clock.advance(59_999);
    expect(rig.posts).toHaveLength(1);
    await browser.clock.advance(1);
    expect(rig.posts).toHaveLength(2);
  });

  test("a kick ends a backoff", async () => {
    rig.random.value = ALMOST_ONE;
    await rig.write("a");
    await rig.refuse(unavailable);
    rig.outbox.kick();
    await browser.clock.settle();
    expect(rig.posts).toHaveLength(2);
  });

  test("a kick does not cut short what Retry-After asked for", async () => {
    await rig.write("a");
    await rig.refuse(tooMany(60));
    rig.outbox.kick();
    await browser.clock.advance(59_999);
    expect(rig.posts).toHaveLength(1);
    await browser.clock.advance(1);
    expect(rig.posts).toHaveLength(2);
  });

  test("what Retry-After asked for holds, although another message is given up meanwhile", async () => {
    await rig.write("a", "b");
    await rig.refuse(tooMany(60));
    await rig.outbox.discard("b");
    await browser.clock.advance(59_999);
    expect(rig.posted).toEqual(["a"]);
    await browser.clock.advance(1);
    expect(rig.posted).toEqual(["a", "a"]);
  });

  test("the next message waits for Retry-After too, when the one that was told is given up", async () => {
    await rig.write("a", "b");
    await rig.refuse(tooMany(60));
    await rig.outbox.discard("a");
    await browser.clock.advance(59_999);
    expect(rig.posted).toEqual(["a"]);
    await browser.clock.advance(1);
    expect(rig.posted).toEqual(["a", "b"]);
  });

  test("a message that is known to have arrived waits for nothing", async () => {
    rig.random.value = ALMOST_ONE;
    await rig.write("a", "b");
    await rig.refuse(tooMany(60));
    rig.outbox.acknowledge(answerTo("b"));
    rig.outbox.acknowledge(answerTo("a"));
    await browser.clock.settle();
    expect(rig.posted).toEqual(["a"]);
    expect(rig.events.slice(-2)).toEqual(["sent a", "sent b"]);
  });
});
