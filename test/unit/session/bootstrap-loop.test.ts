import { beforeEach, describe, expect, test } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";
import type { Bootstrap } from "../../../src/core/webchat.ts";
import { BootstrapLoop } from "../../../src/session/bootstrap-loop.ts";
import { type Deferred, deferred } from "../../support/deferred.ts";
import { ALMOST_ONE, fixedRandom } from "../../support/fixed-random.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const unavailable = new CablechatError("unavailable", "down", { retryable: true });

let clock: VirtualClock;
let random: ReturnType<typeof fixedRandom>;
let loads: (Deferred<Bootstrap> & { signal: AbortSignal })[];
let events: string[];
let loop: BootstrapLoop;

beforeEach(() => {
  clock = new VirtualClock();
  random = fixedRandom();
  [loads, events] = [[], []];
  loop = new BootstrapLoop(
    { clock, random },
    {
      load: (signal) => {
        const load = { signal, ...deferred<Bootstrap>() };
        signal.addEventListener("abort", () => load.reject(new CablechatError("aborted", "…", { retryable: true })));
        loads.push(load);
        return load.promise;
      },
      loaded: ({ revision }) => events.push(`loaded ${revision}`),
      failed: ({ code }) => events.push(`failed ${code} ${loop.retryInMs}`),
    },
  );
});

async function answer(revision = 1): Promise<void> {
  loads.at(-1)?.resolve({ revision } as Bootstrap);
  await clock.settle();
}

async function fail(error: CablechatError): Promise<void> {
  loads.at(-1)?.reject(error);
  await clock.settle();
}

describe("BootstrapLoop", () => {
  test("one at a time, however often it is started", async () => {
    loop.start();
    loop.start();
    expect(loads).toHaveLength(1);
    expect(loop.running).toBe(true);
    await answer();
    expect(events).toEqual(["loaded 1"]);
    expect(loop.running).toBe(false);
  });

  test("what may heal is tried again, with backoff from 1 s to 30 s", async () => {
    random.value = ALMOST_ONE;
    loop.start();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await fail(unavailable);
      await clock.advance(30_000);
    }
    const waits = events.map((event) => Number(event.split(" ")[2]));
    expect(waits).toEqual([999, 1_999, 3_999, 7_999, 15_999, 29_999]);
  });

  test("what cannot heal is told as such and not tried again", async () => {
    loop.start();
    await fail(new CablechatError("unknown_webchat", "…"));
    expect(events).toEqual(["failed unknown_webchat null"]);
    expect(loop.running).toBe(false);
    expect(clock.pending).toBe(0);
  });

  test("an answer that is none is not asked for again while the endpoint has never been right", async () => {
    loop.start();
    await fail(new CablechatError("not_json", "…"));
    await clock.advance(60_000);
    expect(events).toEqual(["failed not_json null"]);
    expect(loop.running).toBe(false);
  });

  test("an answer that is none is asked for again from an endpoint that was right: a captive portal goes away", async () => {
    loop.start();
    await answer();
    loop.start();
    await fail(new CablechatError("not_json", "…"));
    expect(events).toEqual(["loaded 1", "failed not_json 0"]);
    await clock.advance(0);
    await answer(2);
    expect(events.at(-1)).toBe("loaded 2");
  });

  test("stopped by whoever is told of a failure, it leaves no timer", async () => {
    random.value = ALMOST_ONE;
    events.push = (...told) => {
      loop.stop();
      return told.length;
    };
    loop.start();
    await fail(unavailable);
    expect(clock.pending).toBe(0);
  });

  test("starting it again hurries the one that waits", async () => {
    random.value = ALMOST_ONE;
    loop.start();
    await fail(unavailable);
    loop.start();
    await clock.settle();
    expect(loads).toHaveLength(2);
  });

  test("but not past what Retry-After asked for", async () => {
    loop.start();
    await fail(new CablechatError("unavailable", "…", { retryable: true, retryAfterMs: 20_000 }));
    loop.start();
    await clock.advance(19_999);
    expect(loads).toHaveLength(1);
    await clock.advance(1);
    expect(loads).toHaveLength(2);
  });

  test("stopped, it aborts what is under way and tells nothing more", async () => {
    loop.start();
    loop.stop();
    await clock.settle();
    expect(loads[0]?.signal.aborted).toBe(true);
    expect(events).toEqual([]);
    expect(loop.running).toBe(false);
  });

  test("stopped while it waits, it leaves no timer, whatever Retry-After said", async () => {
    loop.start();
    await fail(new CablechatError("unavailable", "…", { retryable: true, retryAfterMs: 60_000 }));
    loop.stop();
    await clock.settle();
    expect(clock.pending).toBe(0);
    expect(loads).toHaveLength(1);
  });

  test("stopped and started in one instant, only the new run is told of", async () => {
    loop.start();
    loop.stop();
    loop.start();
    loads[0]?.resolve({ revision: 1 } as Bootstrap);
    await answer(2);
    expect(events).toEqual(["loaded 2"]);
  });

  test("restarted, it does not take an answer that was asked for too early", async () => {
    loop.start();
    loop.restart();
    expect(loads[0]?.signal.aborted).toBe(true);
    await answer(2);
    expect(events).toEqual(["loaded 2"]);
  });

  test("restarted while it waits, it is only hurried: a server that is down is not asked more often", async () => {
    loop.start();
    await fail(new CablechatError("unavailable", "…", { retryable: true, retryAfterMs: 20_000 }));
    loop.restart();
    await clock.advance(19_999);
    expect(loads).toHaveLength(1);
  });

  test("what was loaded and proves wrong is loaded anew: once at once, then ever more slowly", async () => {
    random.value = ALMOST_ONE;
    const waits: number[] = [];
    loop.start();
    for (let doubt = 0; doubt < 7; doubt += 1) {
      await answer();
      const [before, asked] = [clock.now(), loads.length];
      loop.doubt();
      loop.doubt();
      await clock.runUntil(() => loads.length > asked, 60_000);
      waits.push(clock.now() - before);
    }
    expect(waits).toEqual([0, 999, 1_999, 3_999, 7_999, 15_999, 29_999]);
  });

  test("once it has proved right, a doubt is followed at once again", async () => {
    random.value = ALMOST_ONE;
    loop.start();
    for (let doubt = 0; doubt < 3; doubt += 1) {
      await answer();
      loop.doubt();
      await clock.advance(30_000);
    }
    loop.held();
    await answer();
    loop.doubt();
    expect(loads).toHaveLength(5);
  });
});
