import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LEASE_MS } from "../../../src/core/lease-lock.ts";
import { answerTo, type Browser, newBrowser, OutboxRig } from "../../support/outbox-rig.ts";

beforeEach(() => {
  // Not `setImmediate`, which the database runs on.
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "setInterval", "clearInterval"] });
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("indexedDB", new IDBFactory());
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets the time of all tabs go on in small steps, so that the database answers between them. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 50) {
    await vi.advanceTimersByTimeAsync(50);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
  }
}

/** A tab without Web Locks: its module remembers nothing of another's, the database is one. */
async function tab(browser: Browser): Promise<OutboxRig> {
  vi.resetModules();
  const { underLease } = await import("../../../src/browser/lease.ts");
  return new OutboxRig({ ...browser, lock: { run: underLease } });
}

/** Answers what a tab asks for next, once it does. */
async function answerNext(rig: OutboxRig, answered: Set<unknown>): Promise<void> {
  const post = rig.posts.find((each) => !answered.has(each));
  if (!post) return;
  answered.add(post);
  post.resolve(answerTo(post.clientId));
  await pass(300);
}

/** A tab that sends the first of three messages while its timers are held back: another one takes its lease over. */
async function takenOver() {
  const browser = newBrowser();
  /** What the backend has, in its order: a client id that it knows is the message it has. */
  const log = new Set<string>();
  const [throttled, other] = [await tab(browser), await tab(browser)];
  for (const { posts } of [throttled, other]) {
    const push = posts.push.bind(posts);
    posts.push = (...made) => {
      for (const { clientId } of made) log.add(clientId);
      return push(...made);
    };
  }
  await throttled.write("a", "b", "c");
  await pass(200);
  vi.clearAllTimers();
  void other.outbox.start();
  await pass(LEASE_MS + 1_000);
  expect([throttled.posted, other.posted], "both are at it").toEqual([["a"], ["a"]]);
  return { browser, log, throttled, other };
}

test.each([
  ["the first one's answer comes late", ["other", "throttled"]],
  ["the first one is answered before", ["throttled", "other"]],
  ["the first one is never answered", ["other"]],
] as const)(
  "a lease that is lost while its holder sends costs a request, and no message its place: %s",
  async (_, turns) => {
    const { browser, log, ...tabs } = await takenOver();
    const answered = new Set();
    for (let round = 1; round <= 3; round += 1) for (const turn of turns) await answerNext(tabs[turn], answered);
    expect([...log]).toEqual(["a", "b", "c"]);
    const asked = [...tabs.throttled.posted, ...tabs.other.posted];
    for (const clientId of log) expect(asked.filter((each) => each === clientId).length).toBeLessThanOrEqual(2);
    expect(browser.storage.records.size).toBe(0);
    for (const rig of Object.values(tabs)) {
      const told = rig.events.filter((event) => /^(sent|gone|failed)/.test(event)).map((event) => event.split(" ")[1]);
      expect(new Set(told).size, "nothing is told twice").toBe(told.length);
    }
    expect(tabs.other.events.filter((event) => event.startsWith("failed"))).toEqual([]);
  },
);

test("what is written while two tabs believe they hold the lease goes out once, behind what was there", async () => {
  const { browser, log, throttled, other } = await takenOver();
  await throttled.write("d");
  const answered = new Set();
  for (let round = 1; round <= 5; round += 1) for (const rig of [other, throttled]) await answerNext(rig, answered);
  expect([...log]).toEqual(["a", "b", "c", "d"]);
  expect(browser.storage.records.size).toBe(0);
});
