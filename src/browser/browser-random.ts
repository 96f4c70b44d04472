import type { Random } from "../core/ports.ts";

export const browserRandom: Random = {
  fraction: () => (crypto.getRandomValues(new Uint32Array(1))[0] as number) / 2 ** 32,
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  uuid,
};

/** RFC 9562, version 4. `crypto.randomUUID` exists in secure contexts only, and a shop's staging site may be plain HTTP. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
