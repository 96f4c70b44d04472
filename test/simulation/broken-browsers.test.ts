import { afterEach, describe, expect, it, vi } from "vitest";
import type { Lease } from "../../src/core/lease-lock.ts";
import type { OutgoingMessage } from "../../src/core/webchat.ts";
import { Outbox } from "../../src/outbox/outbox.ts";
import { searchBroken as search } from "./search-broken.ts";
import { SimBrowser } from "./sim-browser.ts";
import { SimLeases } from "./sim-leases.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("where a browser keeps nothing, or has no locks, the simulation finds", () => {
  it("an outbox that drops what its storage has no room for", async () => {
    type Durable = { enqueue(message: OutgoingMessage): Promise<void>; drop(clientId: string): void };
    const { enqueue } = Outbox.prototype;
    const failing = new WeakSet<object>();
    const { recordStorage } = SimBrowser.prototype;
    vi.spyOn(SimBrowser.prototype, "recordStorage").mockImplementation(function (this: SimBrowser, page) {
      const storage = recordStorage.call(this, page);
      return {
        ...storage,
        put: (key, record) =>
          storage.put(key, record).catch((error) => {
            failing.add(record.message);
            throw error;
          }),
      };
    });
    vi.spyOn(Outbox.prototype, "enqueue").mockImplementation(async function (this: Durable & Outbox, message) {
      await enqueue.call(this, message);
      if (failing.has(message)) this.drop(message.clientId);
    });
    expect(await search()).toMatch(/at rest: .*(is still pending|was lost)/);
  });

  it("a page that says nothing of a storage that fails", async () => {
    const { recordStorage } = SimBrowser.prototype;
    vi.spyOn(SimBrowser.prototype, "recordStorage").mockImplementation(function (this: SimBrowser, page) {
      const storage = recordStorage.call(this, page);
      return {
        ...storage,
        all: () => storage.all().catch(() => []),
        put: async (...it) => void (await Promise.allSettled([storage.put(...it)])),
      };
    });
    expect(await search()).toMatch(/whose storage fails, has told 0 times of it/);
  });

  it("a lease that is not renewed", async () => {
    const { update } = SimLeases.prototype;
    vi.spyOn(SimLeases.prototype, "update").mockImplementation(function (this: SimLeases, page, name, decide) {
      const unless = (held: Lease | undefined) => {
        const lease = decide(held);
        const isRenewal = lease && held?.holder === lease.holder && lease.until > page.clock.wallNow();
        return isRenewal ? null : lease;
      };
      return update.call(this, page, name, unless);
    });
    expect(await search(2_000)).toMatch(/tab \d sends while tab \d does/);
  });

  it("a lease that is taken whoever holds it", async () => {
    const { update } = SimLeases.prototype;
    vi.spyOn(SimLeases.prototype, "update").mockImplementation(function (this: SimLeases, page, name, decide) {
      return update.call(this, page, name, () => decide(undefined));
    });
    expect(await search(1_000)).toMatch(/tab \d sends while tab \d does/);
  });
});
