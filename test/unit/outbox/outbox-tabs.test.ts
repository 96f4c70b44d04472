import { beforeEach, describe, expect, test } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";
import { answerTo, type Browser, newBrowser, OutboxRig, outgoing } from "../../support/outbox-rig.ts";

const invalid = new CablechatError("invalid", "too long");
const lost = new CablechatError("network", "lost", { retryable: true });

let browser: Browser;
let tabs: OutboxRig[];

beforeEach(() => {
  browser = newBrowser();
  tabs = [];
});

/** A tab that tells the others when it has stored something, as the chats do. */
async function tab(): Promise<OutboxRig> {
  const rig = new OutboxRig(browser);
  rig.stored = () => {
    for (const other of tabs) if (other !== rig) void other.outbox.start();
  };
  tabs.push(rig);
  await rig.outbox.start();
  await browser.clock.settle();
  return rig;
}

describe("Outbox, told that another tab has stored something", () => {
  test("what is written in one tab is pending in the other, and sent by one of them", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a");
    expect(two.events).toEqual(["pending a"]);
    await one.accept();
    expect([...one.posted, ...two.posted]).toEqual(["a"]);
    expect(browser.storage.records.size).toBe(0);
  });

  test("what is written in another tab later goes out later", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a", "b");
    await two.write("c");
    for (let count = 0; count < 3; count += 1) await one.accept();
    expect(one.posted).toEqual(["a", "b", "c"]);
  });

  test("what failed in one tab is shown as failed in the other, once, with the reason", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a");
    await one.refuse(invalid);
    await two.outbox.start();
    expect(one.events).toEqual(["pending a", "failed a invalid"]);
    expect(two.events).toEqual(["pending a", "shown a invalid"]);
  });

  test("retried in another tab it is pending in both, and sent once", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a");
    await one.refuse(invalid);
    await two.outbox.retry("a");
    await browser.clock.settle();
    expect(one.events.at(-1)).toBe("pending a");
    expect(two.events.at(-1)).toBe("pending a");
    const sender = [one, two].find(({ posts }) => posts.length > (posts === one.posts ? 1 : 0)) as OutboxRig;
    await sender.accept();
    expect([...one.posted, ...two.posted]).toEqual(["a", "a"]);
    expect([...one.events, ...two.events].filter((event) => event === "sent a")).toHaveLength(1);
  });

  test("given up in one tab it is gone in the other", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a");
    await one.refuse(invalid);
    await two.outbox.discard("a");
    await browser.clock.settle();
    expect(one.events.at(-1)).toBe("gone a");
  });

  test("given up in another tab while it is sent, the request is aborted and the next one goes out", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a", "b");
    await two.outbox.discard("a");
    await browser.clock.settle();
    expect(one.posts[0]?.signal.aborted).toBe(true);
    expect(one.posted).toEqual(["a", "b"]);
  });

  test("given up in another tab while it waits to be retried, the next one goes out at once", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a", "b");
    one.random.value = 0.9;
    await one.refuse(lost);
    await two.outbox.discard("a");
    await browser.clock.settle();
    expect(one.posted).toEqual(["a", "b"]);
  });

  test("what is stored here while the list is read keeps what was decided here", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a");
    await one.refuse(invalid);
    const release = browser.storage.hold("all");
    void two.outbox.start();
    void two.outbox.retry("a");
    release();
    await browser.clock.settle();
    expect(two.events.filter((event) => event.startsWith("shown a"))).toHaveLength(1);
    expect(two.events.at(-1)).toBe("pending a");
  });

  test("given up here while a list is read that does not have it any more, it is not told as gone", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a");
    await one.refuse(invalid);
    tabs.length = 0;
    await two.outbox.discard("a");
    const release = browser.storage.hold("all");
    void one.outbox.start();
    void one.outbox.discard("a");
    release();
    await browser.clock.settle();
    expect(one.events).toEqual(["pending a", "failed a invalid"]);
  });

  test("a tab that dies while it sends leaves the rest to another, in order", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a", "b", "c");
    one.outbox.stop();
    tabs.splice(0, 1);
    await browser.clock.settle();
    for (let count = 0; count < 3; count += 1) await two.accept();
    expect(two.posted).toEqual(["a", "b", "c"]);
  });
});

describe("Outbox, of several tabs whose backend answers over the cable first", () => {
  test("`sent` is told once, by the tab that was sending", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a");
    for (const { outbox } of tabs) outbox.acknowledge(answerTo("a"));
    await one.accept();
    await browser.clock.settle();
    expect(one.events).toEqual(["pending a", "sent a"]);
    expect(two.events).toEqual(["pending a", "gone a"]);
    expect([...one.posted, ...two.posted]).toEqual(["a"]);
  });

  test("where the tab that sent it has died, another tells it, and does not send again", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a");
    two.outbox.acknowledge(answerTo("a"));
    one.outbox.stop();
    await browser.clock.settle();
    expect(two.events).toEqual(["pending a", "sent a"]);
    expect(two.posts).toHaveLength(0);
    expect(browser.storage.records.size).toBe(0);
  });

  test("what had failed is over, too", async () => {
    const one = await tab();
    await one.write("a");
    await one.refuse(invalid);
    one.outbox.acknowledge(answerTo("a"));
    await browser.clock.settle();
    expect(one.events.at(-1)).toBe("sent a");
    expect(one.posts).toHaveLength(1);
    expect(browser.storage.records.size).toBe(0);
  });
});

describe("Outbox, drop() and leave()", () => {
  test("what another tab has sent is not told, sent or taken up again, before the storage knows", async () => {
    const [one, two] = [await tab(), await tab()];
    await one.write("a");
    two.outbox.drop("a");
    one.outbox.stop();
    await two.outbox.start();
    await browser.clock.settle();
    expect(two.events).toEqual(["pending a"]);
    expect(two.posts).toHaveLength(0);
  });

  test("a tab that is left sends nothing more, and takes nothing away from the storage that waits there", async () => {
    const one = await tab();
    await one.write("a", "b");
    one.outbox.leave(true);
    await browser.clock.advance(60_000);
    expect(one.posts.map(({ signal }) => signal.aborted)).toEqual([true]);
    expect([...browser.storage.records.keys()]).toContain("b");
  });

  test("what has failed stays for the next page, where nobody has cleared it", async () => {
    const one = await tab();
    await one.write("a");
    await one.refuse(invalid);
    one.outbox.leave(false);
    await browser.clock.settle();
    expect([...browser.storage.records.keys()]).toEqual(["a"]);
  });

  test("what is stored, and nobody has cleared, is the same visitor's: it is shown again, and sent", async () => {
    const one = await tab();
    await one.write("a", "b");
    await one.refuse(invalid);
    one.events.length = 0;
    one.outbox.leave();
    await one.outbox.start();
    await browser.clock.settle();
    expect(one.events).toEqual(["shown a invalid", "pending b"]);
    await one.accept();
    expect(one.posted).toEqual(["a", "b", "b"]);
    expect([...browser.storage.records.keys()]).toEqual(["a"]);
  });

  test.each([
    ["how it has failed", (rig: OutboxRig) => rig.refuse(new CablechatError("invalid", "is refused"))],
    ["how far it has come", (rig: OutboxRig) => rig.last.keep(outgoing("a"))],
  ])(
    "what a tab that has not heard yet writes down of a message, %s, does not outlive the visitor",
    async (_, goOn) => {
      const [one, two] = [await tab(), await tab()];
      await one.write("a");
      await two.outbox.clear();
      await goOn(one);
      expect([...browser.storage.records.keys()]).toEqual(["a"]);
      one.outbox.leave(true);
      await two.write("b");
      expect([...browser.storage.records.keys()]).toEqual(["b"]);
    },
  );

  test("clear() leaves what is written after it", async () => {
    const one = await tab();
    await one.write("a");
    const cleared = one.outbox.clear();
    await one.write("b");
    await cleared;
    expect([...browser.storage.records.keys()]).toEqual(["b"]);
    await one.accept();
    expect(one.posted).toEqual(["a", "b"]);
  });
});
