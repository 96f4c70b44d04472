import { describe, expect, it, vi } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";
import { compareEntries } from "../../../src/outbox/outbox-entry.ts";
import { newBrowser, OutboxRig, outgoing } from "../../support/outbox-rig.ts";

describe("what is written while the storage is still being read", () => {
  it("goes out behind what an earlier page left, although the wall clock has jumped back since", async () => {
    const browser = newBrowser();
    await new OutboxRig(browser).write("first");
    browser.clock.jumpWall(-60_000);
    browser.lock = newBrowser().lock;
    const rig = new OutboxRig(browser);

    void rig.outbox.start();
    await rig.write("second");

    expect(rig.posted).toEqual(["first"]);
  });

  it("keeps its own order there", async () => {
    const browser = newBrowser();
    await new OutboxRig(browser).write("first");
    browser.clock.jumpWall(-60_000);
    browser.lock = newBrowser().lock;
    const rig = new OutboxRig(browser);
    void rig.outbox.start();
    await rig.write("second", "third");

    await rig.accept();
    await rig.accept();

    expect(rig.posted).toEqual(["first", "second", "third"]);
  });

  it("stays before what the next page has written by the time it is read", async () => {
    const browser = newBrowser();
    const { clock, storage } = browser;
    await new OutboxRig(browser).write("first");
    // The first one is on its way: whoever has the same lock waits, and reads nothing.
    const next = new OutboxRig(browser);
    browser.lock = newBrowser().lock;
    const rig = new OutboxRig(browser);
    const release = storage.hold("all");
    void rig.outbox.start();
    await rig.write("second");
    await clock.advance(50);
    await next.write("third");
    await clock.advance(5_000);

    release();
    await clock.settle();

    const kept = [...storage.records.values()].sort(compareEntries).map(({ message }) => message.clientId);
    expect(kept).toEqual(["first", "second", "third"]);
  });

  it("keeps its own order at every moment of the move: another tab may read, or this one die, in the middle", async () => {
    const browser = newBrowser();
    await new OutboxRig(browser).write("first");
    browser.lock = newBrowser().lock;
    const rig = new OutboxRig(browser);
    const { storage } = browser;
    const release = storage.hold("all");
    void rig.outbox.start();
    await rig.write("second", "third", "fourth");
    const orders: string[] = [];
    const { put } = storage;
    storage.put = async (key, entry) => {
      await put.call(storage, key, entry);
      const kept = [...storage.records.values()].sort(compareEntries).map(({ message }) => message.clientId);
      orders.push(kept.filter((clientId) => clientId !== "first").join(" "));
    };

    release();
    await browser.clock.settle();

    expect(orders).toEqual(Array(3).fill("second third fourth"));
  });

  it("is stored without waiting for that", async () => {
    const browser = newBrowser();
    browser.storage.hold("all");

    await new OutboxRig(browser).write("hasty");

    expect([...browser.storage.records.keys()]).toEqual(["hasty"]);
  });

  it("is stored once, where nothing was left", async () => {
    const browser = newBrowser();
    const puts = vi.spyOn(browser.storage, "put");
    const release = browser.storage.hold("all");
    const rig = new OutboxRig(browser);
    await rig.write("hasty");

    release();
    await browser.clock.settle();

    expect(rig.posted).toEqual(["hasty"]);
    expect(puts).toHaveBeenCalledOnce();
  });

  it("is shown at once, and does not go out when it is given up before its place is known", async () => {
    const browser = newBrowser();
    const release = browser.storage.hold("all");
    const rig = new OutboxRig(browser);
    void rig.outbox.enqueue(outgoing("hasty"));
    expect(rig.events).toEqual(["pending hasty"]);

    void rig.outbox.discard("hasty");
    release();
    await browser.clock.settle();

    expect(rig.posted).toEqual([]);
    expect(browser.storage.records.size).toBe(0);
  });
});

describe("an owner that ends the outbox", () => {
  it("while it is told of a delay leaves no timer behind", async () => {
    const browser = newBrowser();
    const rig = new OutboxRig(browser);
    const { events } = rig;
    events.push = (...told) => {
      if (told[0]?.startsWith("delayed")) rig.outbox.stop();
      return Array.prototype.push.apply(events, told);
    };
    await rig.write("first");

    rig.last.reject(new CablechatError("network", "lost", { retryable: true }));
    await browser.clock.settle();

    expect(events).toContain("delayed network 0");
    expect(browser.clock.pending).toBe(0);
  });
});
