import type { Random } from "../../src/core/ports.ts";

/** Randomness a test knows: always the same fraction, and UUIDs that count. */
export function fixedRandom(fraction = 0): Random & { value: number } {
  let uuids = 0;
  const random = {
    value: fraction,
    fraction: () => random.value,
    bytes: (length: number) => new Uint8Array(length).map((_, index) => (uuids * 7 + index) % 256),
    uuid: () => `00000000-0000-4000-8000-${String(++uuids).padStart(12, "0")}`,
  };
  return random;
}

/** The largest fraction a jitter can draw. */
export const ALMOST_ONE = 1 - 2 ** -32;
