import { beforeEach, describe, expect, test, vi } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";
import { Patience } from "../../../src/core/patience.ts";
import { ALMOST_ONE, fixedRandom } from "../../support/fixed-random.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const failed = new CablechatError("unavailable", "…", { retryable: true });

let clock: VirtualClock;
let patience: Patience;
let over: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
  clock = new VirtualClock();
  over = vi.fn<() => void>();
  patience = new Patience({ clock, random: fixedRandom(ALMOST_ONE) }, { baseMs: 1_000, maxMs: 30_000 });
});

function toldToWait(seconds: number): CablechatError {
  return new CablechatError("too_many_requests", "…", { retryable: true, retryAfterMs: seconds * 1_000 });
}

async function wait(ms: number): Promise<void> {
  void patience.wait(ms).then(over);
  await clock.settle();
}

describe("Patience", () => {
  test("it waits as long as it says", async () => {
    await wait(patience.delayMs(1, failed));
    await clock.advance(1_998);
    expect(over).not.toHaveBeenCalled();
    await clock.advance(1);
    expect(over).toHaveBeenCalledOnce();
  });

  test("never less than the server asked for", () => {
    expect(patience.delayMs(0, toldToWait(20))).toBe(20_000);
  });

  test("what the server asked for holds for what fails after it, too", async () => {
    patience.delayMs(0, toldToWait(20));
    await clock.advance(5_000);
    expect(patience.heldMs).toBe(15_000);
    expect(patience.delayMs(0, failed)).toBe(15_000);
  });

  test("a shorter Retry-After does not take back a longer one", () => {
    patience.delayMs(0, toldToWait(20));
    expect(patience.delayMs(0, toldToWait(1))).toBe(20_000);
  });

  test("hurried, it ends a backoff at once", async () => {
    await wait(patience.delayMs(5, failed));
    patience.hurry();
    await clock.settle();
    expect(over).toHaveBeenCalledOnce();
    expect(clock.pending).toBe(0);
  });

  test("hurried, it still waits as long as the server asked for", async () => {
    await wait(patience.delayMs(5, toldToWait(3)));
    patience.hurry();
    patience.hurry();
    await clock.advance(2_999);
    expect(over).not.toHaveBeenCalled();
    await clock.advance(1);
    expect(over).toHaveBeenCalledOnce();
    expect(clock.pending).toBe(0);
  });

  test("woken, it ends whatever the server asked for", async () => {
    await wait(patience.delayMs(0, toldToWait(60)));
    patience.wake();
    await clock.settle();
    expect(over).toHaveBeenCalledOnce();
    expect(clock.pending).toBe(0);
  });

  test("hurried or woken while nothing waits, nothing happens", () => {
    patience.hurry();
    patience.wake();
    expect(clock.pending).toBe(0);
  });
});
