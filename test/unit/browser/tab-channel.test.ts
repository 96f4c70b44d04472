import { afterEach, describe, expect, test, vi } from "vitest";
import { tabChannel } from "../../../src/browser/tab-channel.ts";
import type { TabChannel } from "../../../src/core/ports.ts";

const channels: TabChannel[] = [];

/** A tab that waits for the next thing it is told. */
function tab(name = "acme") {
  const heard: unknown[] = [];
  let next: (news: unknown) => void = () => undefined;
  const channel = tabChannel(name, (news) => {
    heard.push(news);
    next(news);
  });
  channels.push(channel);
  return {
    ...channel,
    heard,
    told: () =>
      new Promise<unknown>((resolve) => {
        next = resolve;
      }),
  };
}

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
  vi.unstubAllGlobals();
});

describe("tabChannel", () => {
  test("what one tab tells the others hear, and it does not hear itself", async () => {
    const [one, two, three] = [tab(), tab(), tab()];
    const all = Promise.all([two.told(), three.told()]);
    one.tell({ seen: "1" });
    expect(await all).toEqual([{ seen: "1" }, { seen: "1" }]);
    expect(one.heard).toEqual([]);
  });

  test("another webchat's tabs do not hear it", async () => {
    const [one, two, other] = [tab(), tab(), tab("other")];
    const told = two.told();
    one.tell(1);
    await told;
    expect(other.heard).toEqual([]);
  });

  test("a closed one hears and tells nothing, whatever the page does", async () => {
    const [one, two, three] = [tab(), tab(), tab()];
    const told = three.told();
    two.close();
    window.dispatchEvent(new Event("pageshow"));
    two.tell("from the closed one");
    one.tell("to the closed one");
    expect(await told).toBe("to the closed one");
    expect(two.heard).toEqual([]);
  });

  test("a page that is put away hears nothing, and hears again when it is taken back", async () => {
    const open = vi.fn();
    const close = vi.fn();
    vi.stubGlobal(
      "BroadcastChannel",
      class extends BroadcastChannel {
        constructor(name: string) {
          super(name);
          open();
        }
        override close(): void {
          close();
          super.close();
        }
      },
    );
    const kept = tab();
    // As every page is shown once it has loaded.
    window.dispatchEvent(new Event("pageshow"));
    window.dispatchEvent(new Event("pagehide"));
    expect([open.mock.calls.length, close.mock.calls.length]).toEqual([1, 1]);
    kept.tell("into the void");
    window.dispatchEvent(new Event("pageshow"));
    expect([open.mock.calls.length, close.mock.calls.length]).toEqual([2, 1]);
    const told = kept.told();
    tab().tell("after it");
    expect(await told).toBe("after it");
  });

  test("where site data is denied nothing is told, and nothing breaks", () => {
    vi.stubGlobal("BroadcastChannel", function denied() {
      throw new DOMException("The operation is insecure.", "SecurityError");
    });
    expect(() => tab().tell("anything")).not.toThrow();
  });

  test("any other fault is thrown on, to be seen", () => {
    vi.stubGlobal("BroadcastChannel", function odd() {
      throw new RangeError("odd");
    });
    expect(() => tab()).toThrow(RangeError);
  });
});
