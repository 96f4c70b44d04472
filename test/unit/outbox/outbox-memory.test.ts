import { beforeEach, describe, expect, test } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";
import { answerTo, type Browser, newBrowser, OutboxRig } from "../../support/outbox-rig.ts";

const unavailable = new CablechatError("unavailable", "down", { retryable: true });

let browser: Browser;

beforeEach(() => {
  browser = newBrowser();
});

/** Another page load, or another tab: it shares the storage and the lock. */
async function tab(): Promise<OutboxRig> {
  const rig = new OutboxRig(browser);
  await rig.outbox.start();
  await browser.clock.settle();
  return rig;
}

describe("Outbox, which is to keep nothing", () => {
  test("sends from memory, in order; and warns of nothing, since it was wanted so", async () => {
    const rig = new OutboxRig(browser, null);
    await rig.outbox.start();
    await rig.write("a", "b");
    await rig.accept();
    await rig.accept();
    expect(rig.events).toEqual(["pending a", "pending b", "sent a", "sent b"]);
  });
});

describe("Outbox, where the browser denies storage", () => {
  beforeEach(() => {
    browser.storage.denied = new DOMException("denied", "SecurityError");
  });

  test("it sends from memory, in order, and says so once", async () => {
    const rig = await tab();
    await rig.write("a", "b");
    await rig.accept();
    await rig.accept();
    expect(rig.posted).toEqual(["a", "b"]);
    expect(rig.events.filter((event) => event === "memoryOnly")).toHaveLength(1);
  });

  test("messages written in the same instant are told of once", async () => {
    const rig = new OutboxRig(browser);
    await rig.write("a", "b");
    expect(rig.events.filter((event) => event === "memoryOnly")).toHaveLength(1);
  });

  test("it retries and gives up as ever", async () => {
    const rig = await tab();
    await rig.write("a");
    await rig.refuse(unavailable);
    await browser.clock.advance(1_000);
    expect(rig.posted).toEqual(["a", "a"]);
    await rig.outbox.discard("a");
    await browser.clock.settle();
    expect(rig.last.signal.aborted).toBe(true);
  });

  test("once it has been denied nothing is kept: of half a list the next page would send the wrong half first", async () => {
    const rig = await tab();
    await rig.write("a");
    browser.storage.denied = null;
    await rig.write("b");
    expect(browser.storage.records.size).toBe(0);
  });

  test("a storage that fills up later still lets go of what was sent", async () => {
    browser.storage.denied = null;
    const rig = await tab();
    await rig.write("a");
    browser.storage.denied = new DOMException("full", "QuotaExceededError");
    await rig.write("b");
    browser.storage.denied = null;
    await rig.accept();
    await rig.accept();
    expect(rig.posted).toEqual(["a", "b"]);
    expect(browser.storage.records.size).toBe(0);
  });

  test("acknowledged from the cable, a message in memory is over", async () => {
    const rig = await tab();
    await rig.write("a");
    await rig.refuse(unavailable);
    await rig.outbox.acknowledge(answerTo("a"));
    await browser.clock.advance(60_000);
    expect(rig.posts).toHaveLength(1);
  });
});
