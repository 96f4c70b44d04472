import { beforeEach, describe, expect, test } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";
import { type Browser, newBrowser, OutboxRig, outgoing } from "../../support/outbox-rig.ts";

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

describe("Outbox, after a reload", () => {
  test("what was not sent goes out, in the order it was written, under the same client ids", async () => {
    const before = await tab();
    await before.write("z", "m", "a");
    before.outbox.stop();
    const after = await tab();
    await after.accept();
    await after.accept();
    await after.accept();
    expect(after.posted).toEqual(["z", "m", "a"]);
  });

  test("it is shown in the order it was written", async () => {
    const before = await tab();
    await before.write("z", "m", "a");
    before.outbox.stop();
    const after = await tab();
    expect(after.events).toEqual(["pending z", "pending m", "pending a"]);
  });

  test("a failed message is shown as failed, with its reason, and not sent", async () => {
    const before = await tab();
    await before.write("a");
    await before.refuse(new CablechatError("invalid", "too long"));
    before.outbox.stop();
    const after = await tab();
    expect(after.events).toEqual(["shown a invalid"]);
    expect(after.posts).toHaveLength(0);
  });

  test("what is written after goes out after, although the wall clock was set back between", async () => {
    const before = await tab();
    await before.write("a");
    before.outbox.stop();
    browser.clock.jumpWall(-3_600_000);
    const after = await tab();
    await after.write("b");
    await after.accept();
    expect(after.posted).toEqual(["a", "b"]);
  });

  test("stop() aborts the request and leaves the message stored, and no timer", async () => {
    const rig = await tab();
    await rig.write("a");
    rig.outbox.stop();
    await browser.clock.settle();
    expect(rig.last.signal.aborted).toBe(true);
    expect(browser.storage.records.has("a")).toBe(true);
    expect(rig.events).toEqual(["pending a"]);
    expect(browser.clock.pending).toBe(0);
  });

  test("stop() ends the wait for a retry, whatever Retry-After said", async () => {
    const rig = await tab();
    await rig.write("a");
    await rig.refuse(new CablechatError("unavailable", "…", { retryable: true, retryAfterMs: 60_000 }));
    rig.outbox.stop();
    await browser.clock.settle();
    expect(browser.clock.pending).toBe(0);
    await browser.clock.advance(120_000);
    expect(rig.posts).toHaveLength(1);
  });
});

describe("Outbox, of several tabs", () => {
  test("one tab sends at a time", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a");
    await two.write("b");
    expect(two.posts).toHaveLength(0);
    await one.accept();
    expect([...one.posted, ...two.posted]).toEqual(["a", "b"]);
  });

  test("a tab that waits gives up its place when it is closed", async () => {
    const [one, two, three] = [await tab(), await tab(), await tab()];
    await one.write("a");
    await two.write("b");
    await three.write("c");
    two.outbox.stop();
    await one.accept();
    expect(two.posts).toHaveLength(0);
    expect([...one.posted, ...three.posted]).toContain("b");
  });

  test("what another tab has sent meanwhile is not sent again", async () => {
    const one = await tab();
    await one.write("a", "b");
    const two = await tab();
    await one.accept();
    await one.accept();
    await two.write("c");
    expect([...one.posted, ...two.posted].filter((id) => id !== "c")).toEqual(["a", "b"]);
  });

  test("what another tab has given up is not retried", async () => {
    const one = await tab();
    await one.write("a");
    await one.refuse(unavailable);
    const two = await tab();
    await two.outbox.discard("a");
    await browser.clock.advance(60_000);
    expect(one.posts).toHaveLength(1);
  });

  test("a crashed tab's messages are sent by the next that sends", async () => {
    const crashed = await tab();
    await crashed.write("a");
    crashed.outbox.stop();
    await browser.clock.advance(1);
    const next = new OutboxRig(browser);
    await next.write("b");
    await next.accept();
    expect(next.posted).toEqual(["a", "b"]);
  });
});

describe("Outbox, a list read while things change", () => {
  test("does not bring back what was given up meanwhile", async () => {
    const rig = await tab();
    await rig.write("a");
    await rig.refuse(new CablechatError("invalid", "no"));
    const release = browser.storage.hold("all");
    void rig.outbox.start();
    void rig.outbox.discard("a");
    release();
    await browser.clock.settle();
    void rig.outbox.start();
    await browser.clock.settle();
    expect(rig.events).toEqual(["pending a", "failed a invalid"]);
    expect(rig.posts).toHaveLength(1);
  });

  test("does not lose what is being written meanwhile", async () => {
    const rig = await tab();
    const release = browser.storage.hold("all");
    void rig.outbox.start();
    void rig.outbox.enqueue(outgoing("a"));
    release();
    await browser.clock.settle();
    expect(rig.posted).toEqual(["a"]);
  });
});

describe("Outbox, clear()", () => {
  test("aborts the one in flight and sends none of those behind it", async () => {
    const rig = await tab();
    await rig.write("a", "b", "c");
    await rig.outbox.clear();
    await browser.clock.advance(60_000);
    expect(rig.posted).toEqual(["a"]);
    expect(browser.storage.records.size).toBe(0);
  });

  test("forgets also what only the storage knows: the next visitor must not send it", async () => {
    const before = await tab();
    await before.write("a");
    before.outbox.stop();
    await new OutboxRig(browser).outbox.clear();
    expect(browser.storage.records.size).toBe(0);
  });

  test("in one step: a page that is loaded meanwhile, on a slow storage, takes up nothing of theirs", async () => {
    const leaving = await tab();
    await leaving.write("a", "b");
    const release = browser.storage.hold("remove");
    void leaving.outbox.clear();
    await browser.clock.settle();
    const loaded = new OutboxRig(browser);
    await loaded.outbox.start();
    await browser.clock.advance(60_000);
    release();
    expect(loaded.events).toEqual([]);
    expect(loaded.posted).toEqual([]);
  });

  test("what is written afterwards is sent", async () => {
    const rig = await tab();
    await rig.write("a");
    await rig.outbox.clear();
    await rig.write("b");
    await rig.accept();
    expect(rig.events).toContain("sent b");
  });
});
