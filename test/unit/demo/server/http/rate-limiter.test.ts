import { describe, expect, it } from "vitest";
import { RateLimiter } from "../../../../../demo/server/http/rate-limiter.ts";

function limiter(perMinute: number) {
  const clock = { ms: 0, nowMs: () => clock.ms };
  return { clock, limiter: new RateLimiter(perMinute, clock) };
}

describe("RateLimiter", () => {
  it("lets a burst of a minute's worth pass, and then says how many seconds to wait", () => {
    const { limiter: limit } = limiter(3);
    expect([1, 2, 3, 4].map(() => limit.take("a"))).toEqual([0, 0, 0, 20]);
  });

  it("lets the next one pass after just that wait", () => {
    const { clock, limiter: limit } = limiter(3);
    for (let index = 0; index < 3; index += 1) limit.take("a");
    clock.ms += 19_999;
    expect(limit.take("a")).toBe(1);
    clock.ms += 1;
    expect(limit.take("a")).toBe(0);
  });

  it("counts each key by itself", () => {
    const { limiter: limit } = limiter(1);
    expect([limit.take("a"), limit.take("b"), limit.take("a")]).toEqual([0, 0, 60]);
  });

  it("gives nothing away and takes nothing when the clock jumps back", () => {
    const { clock, limiter: limit } = limiter(2);
    limit.take("a");
    clock.ms -= 3_600_000;
    expect([limit.take("a"), limit.take("a")]).toEqual([0, 30]);
  });

  it("forgets who has not come for a while", () => {
    const { clock, limiter: limit } = limiter(60);
    for (let index = 0; index < 1_000; index += 1) limit.take(`address ${index}`);
    clock.ms += 120_000;
    limit.take("another");
    expect(limit.size).toBe(1);
  });
});
