import { expect, test, vi } from "vitest";
import { dispatch, dispatchReady, listen } from "../../../src/components/host-events.ts";

test("an event bubbles, is composed and carries the payload", () => {
  const host = document.createElement("div");
  const heard = vi.fn<(event: Event) => void>();
  document.body.append(host);
  document.addEventListener("cablechat:unread", heard, { once: true });
  dispatch(host, "unread", { count: 3 });
  const event = heard.mock.calls[0]?.[0] as CustomEvent;
  expect(event.detail).toEqual({ count: 3 });
  expect(event.composed).toBe(true);
});

test("ready is said once for an element", () => {
  const host = document.createElement("div");
  const ready = vi.fn();
  listen(host, "ready", ready);
  dispatchReady(host);
  dispatchReady(host);
  expect(ready).toHaveBeenCalledTimes(1);
});

test("who asks for ready after it was said is told nevertheless", async () => {
  const host = document.createElement("div");
  dispatchReady(host);
  await new Promise<unknown>((resolve) => listen(host, "ready", resolve));
});

test("the returned function ends the listening", () => {
  const host = document.createElement("div");
  const unread = vi.fn();
  const stop = listen(host, "unread", unread);
  stop();
  dispatch(host, "unread", { count: 1 });
  expect(unread).not.toHaveBeenCalled();
});
