import { expect, test } from "vitest";
import { resolveLocale } from "../../../src/components/resolve-locale.ts";

test("auto takes the page's language before the browser's", () => {
  expect(resolveLocale("auto", ["en-GB", "en-US"])).toBe("en-GB");
});

test("an empty lang on the page leaves it to the browser", () => {
  expect(resolveLocale("auto", ["", "en-AU"])).toBe("en-AU");
});

test("dates follow the language of the texts, not one the texts are not in", () => {
  expect(resolveLocale("auto", ["fr", "en-CA"])).toBe("en-CA");
  expect(resolveLocale("de", ["en-GB"])).toBe("en");
});

test("a given locale wins over the page's", () => {
  expect(resolveLocale("en-NZ", ["en-GB"])).toBe("en-NZ");
});

test("a malformed lang on the page is passed over", () => {
  expect(resolveLocale("auto", ["en_US!", "en-GB"])).toBe("en-GB");
});
