import { beforeEach, describe, expect, test } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";
import { Attention } from "../../../src/session/attention.ts";
import { MessageStore } from "../../../src/store/message-store.ts";
import { ChannelRig } from "../../support/channel-rig.ts";
import { type Deferred, deferred } from "../../support/deferred.ts";
import { message, VISITOR } from "../../support/messages.ts";

let rig: ChannelRig;
let store: MessageStore;
let reports: (Deferred<unknown> & { id: string })[];
let looks: number;
let counts: number[];
let reads: string[];
let attention: Attention;

beforeEach(() => {
  rig = new ChannelRig();
  store = new MessageStore("visitor");
  [reports, counts, reads, looks] = [[], [], [], 0];
  attention = new Attention(rig.ports, {
    messages: () => store.messages,
    unread: (count) => counts.push(count),
    read: (id) => reads.push(id),
    isPolling: () => false,
    look: () => {
      looks += 1;
    },
    report: (id) => {
      const report = { id, ...deferred<unknown>() };
      reports.push(report);
      return report.promise;
    },
  });
});

function arrive(...ids: number[]): void {
  for (const id of ids) store.upsert(message(id));
  attention.count();
}

function told(): string[] {
  return reports.map(({ id }) => id);
}

describe("Attention, what is unread", () => {
  test("messages of somebody else count, one's own do not", () => {
    store.upsert(message(1, { author: VISITOR }));
    store.putPending({ clientId: "c", body: "…", error: null });
    arrive(2, 3);
    expect(attention.unreadCount).toBe(2);
  });

  test("a deleted message is not unread", () => {
    arrive(1, 2);
    store.upsert(message(2, { revision: 9, state: "deleted" }));
    attention.count();
    expect(attention.unreadCount).toBe(1);
  });

  test("up to where the backend says it was read, nothing is unread", () => {
    store.upsert(message(1));
    store.upsert(message(2));
    attention.learn("1");
    arrive(3);
    expect(attention.unreadCount).toBe(2);
  });

  test("a place the backend names before it has sent the message counts once that is here", () => {
    arrive(1);
    attention.learn("1");
    attention.learn("3");
    arrive(2, 3, 4);
    expect(attention.unreadCount).toBe(1);
  });

  test("a place that history brings later does not move it back", () => {
    arrive(10, 11);
    attention.learn("11");
    attention.learn("5");
    arrive(5, 12);
    expect(attention.unreadCount).toBe(1);
  });

  test("the pointer only moves forwards", () => {
    arrive(1, 2, 3);
    attention.learn("3");
    attention.learn("1");
    attention.count();
    expect(attention.unreadCount).toBe(0);
  });

  test("where it points to what is not loaded, all that is loaded is unread", () => {
    attention.learn("older");
    arrive(5, 6);
    expect(attention.unreadCount).toBe(2);
  });

  test("it is told when the count changes, and only then", () => {
    arrive(1);
    attention.count();
    arrive(2);
    expect(counts).toEqual([1, 2]);
  });

  test("for another visitor nothing is read", () => {
    arrive(1);
    attention.learn("1");
    attention.forget();
    attention.count();
    expect(attention.unreadCount).toBe(1);
  });
});

describe("Attention, while somebody looks", () => {
  test("what arrives is read, and the backend told", () => {
    attention.setOpen(true);
    arrive(1);
    expect(attention.unreadCount).toBe(0);
    expect(told()).toEqual(["1"]);
  });

  test("other tabs are told at once, also of what the backend is told later, and once", () => {
    attention.setOpen(true);
    arrive(1);
    arrive(2, 3);
    attention.count();
    expect(reads).toEqual(["1", "3"]);
    expect(told()).toEqual(["1"]);
  });

  test("what another tab has read is not told on", () => {
    attention.learn("1");
    attention.setOpen(true);
    arrive(1);
    expect(reads).toEqual([]);
  });

  test("an open chat in a hidden tab is not looked at", () => {
    rig.lifecycle.visible = false;
    attention.setOpen(true);
    arrive(1);
    expect(attention.unreadCount).toBe(1);
    expect(told()).toEqual([]);
    rig.lifecycle.visible = true;
    attention.refresh();
    expect(told()).toEqual(["1"]);
  });

  test("one's own newest message is nothing to read", () => {
    attention.setOpen(true);
    store.upsert(message(1, { author: VISITOR }));
    attention.count();
    expect(told()).toEqual([]);
  });

  test("one call at a time: of what comes meanwhile the newest is told after it", async () => {
    attention.setOpen(true);
    arrive(1);
    arrive(2);
    arrive(3);
    expect(told()).toEqual(["1"]);
    reports[0]?.resolve(null);
    await rig.world.settle();
    expect(told()).toEqual(["1", "3"]);
  });

  test("what could not be told is owed until the next occasion", async () => {
    attention.setOpen(true);
    arrive(1);
    reports[0]?.reject(new CablechatError("network", "…", { retryable: true }));
    await rig.world.settle();
    expect(told()).toEqual(["1"]);
    void attention.report();
    expect(told()).toEqual(["1", "1"]);
  });

  test("what could not be told is told also where, with all loaded anew, it comes after what was read since", async () => {
    attention.setOpen(true);
    arrive(3);
    reports[0]?.reject(new CablechatError("network", "…", { retryable: true }));
    await rig.world.settle();
    store.clearReceived();
    arrive(1);
    reports[1]?.resolve(null);
    await rig.world.settle();
    arrive(3);
    expect(told()).toEqual(["3", "1", "3"]);
  });

  test("what the backend refuses is not told again", async () => {
    attention.setOpen(true);
    arrive(1);
    reports[0]?.reject(new CablechatError("not_found", "…"));
    await rig.world.settle();
    await attention.report();
    expect(told()).toEqual(["1"]);
  });

  test("what the backend knows from another device is not told to it again", () => {
    arrive(1);
    attention.learn("1");
    attention.setOpen(true);
    expect(told()).toEqual([]);
  });

  test("every 40 s it is time to compare with the backend", async () => {
    attention.setOpen(true);
    await rig.world.advance(39_999);
    expect(looks).toBe(0);
    await rig.world.advance(80_001);
    expect(looks).toBe(3);
  });

  test("opening it again, or another event of the page, makes no second timer", async () => {
    attention.setOpen(true);
    attention.refresh();
    attention.refresh();
    await rig.world.advance(40_000);
    expect(looks).toBe(1);
  });

  test("closed or hidden, nothing is compared and nothing left running", () => {
    attention.setOpen(true);
    attention.setOpen(false);
    expect(rig.clock.pending).toBe(0);
  });

  test("it reconnects first, and spreads out again when nobody looks", async () => {
    rig.random.value = 0.9;
    rig.connected();
    attention.setApplication(rig.channel);
    attention.setOpen(true);
    rig.cable.last.end();
    expect(await rig.nextSocket(60_000)).toBeLessThan(250);
    attention.setOpen(false);
    rig.welcome();
    rig.confirm();
    await rig.pinging(6_000);
    rig.cable.last.end();
    expect(await rig.nextSocket(60_000)).toBe(900);
  });
});
