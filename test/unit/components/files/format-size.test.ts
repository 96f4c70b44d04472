import { expect, test } from "vitest";
import { formatSize } from "../../../../src/components/files/format-size.ts";

test.each([
  [0, "en", "0 bytes"],
  [1_023, "en", "1,023 bytes"],
  [1_536, "en", "2 kB"],
  [10 * 1024 ** 2, "en", "10 MB"],
  [1.5 * 1024 ** 2, "de", "1,5 MB"],
  [3 * 1024 ** 4, "en", "3,072 GB"],
])("%i bytes in %s are %s", (bytes, locale, text) => {
  expect(formatSize(bytes, locale).replace(/\s/g, " ")).toBe(text);
});
