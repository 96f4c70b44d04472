import type { Clock } from "../clock.ts";

interface Bucket {
  tokens: number;
  filledAtMs: number;
}

/** A token bucket a key: bursts of up to `perMinute`, refilled evenly. Buckets that are full again are forgotten. */
export class RateLimiter {
  readonly #perMinute: number;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();
  #sweptAtMs: number;

  constructor(perMinute: number, clock: Clock) {
    this.#perMinute = perMinute;
    this.#clock = clock;
    this.#sweptAtMs = clock.nowMs();
  }

  /** @returns 0 where the request may pass, else the whole seconds until the next one may */
  take(key: string): number {
    this.#sweep();
    const bucket = this.#buckets.get(key) ?? { tokens: this.#perMinute, filledAtMs: this.#clock.nowMs() };
    this.#buckets.set(key, bucket);
    this.#fill(bucket);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / this.#perMinute));
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  #fill(bucket: Bucket): void {
    const now = this.#clock.nowMs();
    // A clock that jumped back refills nothing, and takes nothing away.
    const elapsedMs = Math.max(0, now - bucket.filledAtMs);
    bucket.tokens = Math.min(this.#perMinute, bucket.tokens + (elapsedMs * this.#perMinute) / 60_000);
    bucket.filledAtMs = now;
  }

  #sweep(): void {
    const now = this.#clock.nowMs();
    if (Math.abs(now - this.#sweptAtMs) < 60_000) return;
    this.#sweptAtMs = now;
    for (const [key, bucket] of this.#buckets) {
      this.#fill(bucket);
      if (bucket.tokens >= this.#perMinute) this.#buckets.delete(key);
    }
  }
}
