import { beforeEach, describe, expect, test, vi } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";
import { ALMOST_ONE } from "../../support/fixed-random.ts";
import { answerTo, type Browser, newBrowser, OutboxRig } from "../../support/outbox-rig.ts";

const unavailable = new CablechatError("unavailable", "down", { retryable: true });
const invalid = new CablechatError("invalid", "too long");

let browser: Browser;
let rig: OutboxRig;

beforeEach(() => {
  browser = newBrowser();
  rig = new OutboxRig(browser);
});

describe("Outbox, order", () => {
  test("a message is shown as pending at once and stored before it is sent", async () => {
    const release = browser.storage.hold("put");
    await rig.write("a");
    expect(rig.events).toEqual(["pending a"]);
    expect(rig.posts).toHaveLength(0);
    release();
    await browser.clock.settle();
    expect(browser.storage.records.has("a")).toBe(true);
    expect(rig.posted).toEqual(["a"]);
  });

  test("a message is stored before it is sent, also while another one is on its way", async () => {
    await rig.write("a");
    const release = browser.storage.hold("put");
    await rig.write("b");
    rig.last.resolve(answerTo("a"));
    await browser.clock.settle();
    expect(rig.posted).toEqual(["a"]);
    release();
    await browser.clock.settle();
    expect(rig.posted).toEqual(["a", "b"]);
  });

  test("messages go out in order, one at a time", async () => {
    await rig.write("a", "b", "c");
    expect(rig.posted).toEqual(["a"]);
    await rig.accept();
    expect(rig.posted).toEqual(["a", "b"]);
    await rig.accept();
    await rig.accept();
    expect(rig.posted).toEqual(["a", "b", "c"]);
    expect(rig.events.filter((event) => event.startsWith("sent"))).toEqual(["sent a", "sent b", "sent c"]);
  });

  test("while one is on its way the lock is not asked for again, however much is written", async () => {
    const asks = vi.spyOn(browser.lock, "run");
    await rig.write("a", "b", "c");
    expect(asks).toHaveBeenCalledOnce();
  });

  test("what was sent is forgotten, in the storage too", async () => {
    await rig.write("a");
    await rig.accept();
    expect(browser.storage.records.size).toBe(0);
  });

  test("a wall clock that jumps back changes no order", async () => {
    await rig.write("a", "b");
    browser.clock.jumpWall(-3_600_000);
    await rig.write("c");
    await rig.accept();
    await rig.accept();
    expect(rig.posted).toEqual(["a", "b", "c"]);
  });
});

describe("Outbox, retries", () => {
  test("what may heal is retried with the same client id", async () => {
    await rig.write("a");
    await rig.refuse(unavailable);
    await browser.clock.advance(1_000);
    await rig.accept();
    expect(rig.posted).toEqual(["a", "a"]);
    expect(rig.events.at(-1)).toBe("sent a");
  });

  test.each(["not_json", "invalid_response"] as const)(
    "an unclear answer (%s) is retried: the message may be there",
    async (code) => {
      await rig.write("a");
      await rig.refuse(new CablechatError(code, "…"));
      await browser.clock.advance(1_000);
      expect(rig.posted).toEqual(["a", "a"]);
    },
  );

  test("the backoff doubles from 1 s to 30 s, for ever", async () => {
    rig.random.value = ALMOST_ONE;
    await rig.write("a");
    for (let attempt = 0; attempt < 7; attempt += 1) {
      await rig.refuse(unavailable);
      await browser.clock.advance(30_000);
    }
    const waits = rig.events.filter((event) => event.startsWith("delayed")).map((event) => Number(event.split(" ")[2]));
    expect(waits).toEqual([999, 1_999, 3_999, 7_999, 15_999, 29_999, 29_999]);
  });

  test("none behind it overtakes a message that is retried", async () => {
    await rig.write("a", "b");
    await rig.refuse(unavailable);
    await browser.clock.advance(1_000);
    expect(rig.posted).toEqual(["a", "a"]);
  });

  test("a message that is refused fails, stays stored, and the next one goes on", async () => {
    await rig.write("a", "b");
    await rig.refuse(invalid);
    expect(rig.events).toContain("failed a invalid");
    expect(browser.storage.records.get("a")?.failure).toEqual({ code: "invalid", text: "too long" });
    expect(rig.posted).toEqual(["a", "b"]);
  });

  test("a failed message waits for the visitor: nothing is sent by itself", async () => {
    await rig.write("a");
    await rig.refuse(invalid);
    rig.outbox.kick();
    await browser.clock.advance(3_600_000);
    expect(rig.posted).toEqual(["a"]);
  });

  test("retry() sends a failed message again under its client id, before those written later", async () => {
    await rig.write("a", "b", "c");
    await rig.refuse(invalid);
    void rig.outbox.retry("a");
    await browser.clock.settle();
    await rig.accept();
    expect(rig.posted).toEqual(["a", "b", "a"]);
  });

  test("retry() of what has not failed does nothing", async () => {
    await rig.write("a");
    await rig.outbox.retry("a");
    await rig.outbox.retry("unknown");
    expect(rig.posted).toEqual(["a"]);
  });
});

describe("Outbox, giving up", () => {
  test("a discarded message is not sent", async () => {
    await rig.write("a", "b");
    await rig.outbox.discard("b");
    await rig.accept();
    expect(rig.posted).toEqual(["a"]);
    expect(browser.storage.records.size).toBe(0);
  });

  test("discarding the one in flight aborts it and goes on with the next", async () => {
    await rig.write("a", "b");
    const inFlight = rig.last;
    await rig.outbox.discard("a");
    await browser.clock.settle();
    expect(inFlight.signal.aborted).toBe(true);
    expect(rig.posted).toEqual(["a", "b"]);
    expect(rig.events.filter((event) => event.includes("failed"))).toEqual([]);
  });

  test("discarding one that waits to be retried goes on with the next at once", async () => {
    rig.random.value = ALMOST_ONE;
    await rig.write("a", "b");
    await rig.refuse(unavailable);
    await rig.outbox.discard("a");
    await browser.clock.settle();
    expect(rig.posted).toEqual(["a", "b"]);
  });

  test("what waits for the session when it is given up is no fault", async () => {
    await rig.write("a", "b");
    void rig.outbox.discard("a");
    rig.last.reject(new DOMException("aborted", "AbortError"));
    await browser.clock.settle();
    expect(rig.posted).toEqual(["a", "b"]);
  });

  test("acknowledge() ends a message whose answer was lost, without another request", async () => {
    await rig.write("a");
    await rig.refuse(new CablechatError("network", "lost", { retryable: true }));
    await rig.outbox.acknowledge(answerTo("a"));
    await browser.clock.advance(60_000);
    expect(rig.posts).toHaveLength(1);
    expect(rig.events.filter((event) => event === "sent a")).toHaveLength(1);
  });

  test("acknowledged while its answer is on the way, it is told as sent once", async () => {
    await rig.write("a");
    await rig.outbox.acknowledge(answerTo("a"));
    await rig.accept();
    expect(rig.events.filter((event) => event === "sent a")).toHaveLength(1);
  });

  test("somebody else's message acknowledges nothing", async () => {
    await rig.write("a");
    await rig.outbox.acknowledge({ ...answerTo("a"), clientId: null });
    await rig.outbox.acknowledge(answerTo("unknown"));
    expect(rig.events).toEqual(["pending a"]);
  });
});
