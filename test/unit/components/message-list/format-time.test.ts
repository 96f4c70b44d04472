import { expect, test } from "vitest";
import { formatReturn, formatTime } from "../../../../src/components/message-list/format-time.ts";

const NOW = new Date(2026, 10, 21, 12, 0).getTime();

test("the time is written as the locale writes it", () => {
  const time = new Date(2026, 10, 21, 14, 5);
  expect(formatTime(time, "en-GB")).toBe("14:05");
  expect(formatTime(time, "en-US")).toMatch(/^2:05\sPM$/);
});

test("a return today is told by its time, a later one with its day", () => {
  expect(formatReturn(new Date(2026, 10, 21, 15, 0).toISOString(), "en-GB", NOW)).toBe("15:00");
  expect(formatReturn(new Date(2026, 10, 23, 9, 0).toISOString(), "en-GB", NOW)).toMatch(/^Monday.*9:00$/);
});

test("a return that is unknown, unreadable or gone by is not told", () => {
  expect(formatReturn(null, "en", NOW)).toBeNull();
  expect(formatReturn("tomorrow", "en", NOW)).toBeNull();
  expect(formatReturn(new Date(NOW - 1).toISOString(), "en", NOW)).toBeNull();
});
