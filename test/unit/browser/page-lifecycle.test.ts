import { afterEach, describe, expect, test, vi } from "vitest";
import { browserClock } from "../../../src/browser/browser-clock.ts";
import { browserRandom } from "../../../src/browser/browser-random.ts";
import { pageLifecycle } from "../../../src/browser/page-lifecycle.ts";

let visibility: DocumentVisibilityState = "visible";

function become(state: DocumentVisibilityState): void {
  visibility = state;
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
  document.dispatchEvent(new Event("visibilitychange"));
}

function pageshow(persisted: boolean): void {
  dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("pageLifecycle", () => {
  test("it tells when the page is hidden and shown, and when the network goes and comes", () => {
    const events: string[] = [];
    const stop = pageLifecycle.listen((event) => events.push(event));
    become("hidden");
    expect(pageLifecycle.visible).toBe(false);
    become("visible");
    expect(pageLifecycle.visible).toBe(true);
    dispatchEvent(new Event("offline"));
    dispatchEvent(new Event("online"));
    stop();
    expect(events).toEqual(["hidden", "visible", "offline", "online"]);
  });

  test("only a page out of the back/forward cache is restored, not one just loaded", () => {
    const listener = vi.fn();
    const stop = pageLifecycle.listen(listener);
    pageshow(false);
    expect(listener).not.toHaveBeenCalled();
    pageshow(true);
    expect(listener.mock.calls).toEqual([["restored"]]);
    stop();
  });

  test("after stopping nothing is told", () => {
    const listener = vi.fn();
    pageLifecycle.listen(listener)();
    become("hidden");
    become("visible");
    dispatchEvent(new Event("online"));
    pageshow(true);
    expect(listener).not.toHaveBeenCalled();
  });

  test("it knows the page", () => {
    document.title = "Shop";
    expect(pageLifecycle.page()).toEqual({ url: location.href, title: "Shop", referrer: "" });
  });

  test("without a document it is always visible and online, and on no page", () => {
    vi.stubGlobal("document", undefined);
    vi.stubGlobal("navigator", undefined);
    expect([pageLifecycle.visible, pageLifecycle.online, pageLifecycle.page()]).toEqual([true, true, null]);
    expect(pageLifecycle.listen(vi.fn())).toBeTypeOf("function");
  });
});

describe("browserClock", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("a timer runs once, and not when it was cancelled", () => {
    vi.useFakeTimers();
    const [kept, cancelled] = [vi.fn(), vi.fn()];
    browserClock.setTimeout(kept, 1_000);
    browserClock.setTimeout(cancelled, 1_000)();
    vi.advanceTimersByTime(5_000);
    expect(kept).toHaveBeenCalledOnce();
    expect(cancelled).not.toHaveBeenCalled();
  });

  test("the wall clock may jump without the monotonic one", () => {
    const before = browserClock.now();
    vi.spyOn(Date, "now").mockReturnValue(0);
    expect(browserClock.wallNow()).toBe(0);
    expect(browserClock.now()).toBeGreaterThanOrEqual(before);
  });
});

describe("browserRandom", () => {
  test("a fraction is at least 0 and below 1, also for the largest number drawn", () => {
    vi.spyOn(crypto, "getRandomValues").mockImplementation((array) => {
      (array as unknown as Uint8Array).fill(0xff);
      return array;
    });
    expect(browserRandom.fraction()).toBeLessThan(1);
    expect(browserRandom.fraction()).toBeGreaterThan(0.99);
  });

  test("a UUID is of version 4 and of the RFC's variant, also where crypto.randomUUID is missing", () => {
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    const uuids = Array.from({ length: 50 }, () => browserRandom.uuid());
    for (const uuid of uuids) expect(uuid).toMatch(pattern);
    expect(new Set(uuids).size).toBe(50);
  });

  test("bytes are as many as asked for", () => {
    expect(browserRandom.bytes(32)).toHaveLength(32);
  });
});
