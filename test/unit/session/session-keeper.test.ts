import { beforeEach, describe, expect, test } from "vitest";
import type { KeyValueStorage } from "../../../src/core/ports.ts";
import { isSession } from "../../../src/core/session-secret.ts";
import { SessionKeeper, type StorageKind } from "../../../src/session/session-keeper.ts";
import { deferred } from "../../support/deferred.ts";
import { fixedRandom } from "../../support/fixed-random.ts";
import { sharedLock } from "../../support/shared-lock.ts";

const never = new AbortController().signal;
const OLD = "o".repeat(43);

let lock: ReturnType<typeof sharedLock>;
let storages: Record<StorageKind, Map<string, string>>;

beforeEach(() => {
  lock = sharedLock();
  storages = { local: new Map(), session: new Map(), none: new Map() };
});

function storage(kind: StorageKind): KeyValueStorage {
  const map = storages[kind];
  return {
    get: (key) => map.get(key) ?? null,
    set: (key, value) => void map.set(key, value),
    remove: (key) => void map.delete(key),
  };
}

/** A tab of one browser, each with luck of its own. */
function tab(kind: StorageKind = "local"): SessionKeeper {
  const random = { ...fixedRandom(), bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
  return new SessionKeeper("key", kind, { lock, random, sessionStorage: storage });
}

describe("SessionKeeper", () => {
  test("a visitor who has never written has no session, and nothing is kept", () => {
    expect(tab().session).toBeNull();
    expect(storages.local.size).toBe(0);
  });

  test("a session is made when it is first needed, and kept", async () => {
    const session = await tab().ensure(never);
    expect(isSession(session)).toBe(true);
    expect(tab().session).toBe(session);
  });

  test("two tabs at once make one session", async () => {
    const sessions = await Promise.all([tab(), tab(), tab()].map((keeper) => keeper.ensure(never)));
    expect(new Set(sessions).size).toBe(1);
    expect(storages.local.get("key")).toBe(sessions[0]);
  });

  test("many calls in one tab make one session", async () => {
    const keeper = tab();
    const sessions = await Promise.all([keeper.ensure(never), keeper.ensure(never), keeper.ensure(never)]);
    expect(new Set(sessions).size).toBe(1);
  });

  test("a session another tab makes later is found", async () => {
    const [early, late] = [tab(), tab()];
    expect(early.session).toBeNull();
    const session = await late.ensure(never);
    expect(early.session).toBe(session);
  });

  test("what can be no session is thrown away", () => {
    storages.local.set("key", "<script>");
    expect(tab().session).toBeNull();
  });

  test("whoever is stopped while waiting makes none", async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(tab().ensure(controller.signal)).rejects.toMatchObject({ code: "aborted" });
    expect(storages.local.size).toBe(0);
  });

  test("moved, it is kept in the new place and nothing in the old one", () => {
    storages.local.set("key", OLD);
    const keeper = tab();
    keeper.moveTo("session");
    expect([storages.local.size, storages.session.get("key")]).toEqual([0, OLD]);
    expect(keeper.session).toBe(OLD);
  });

  test("moved to nowhere, it lives as long as the page", () => {
    storages.local.set("key", OLD);
    const keeper = tab();
    keeper.moveTo("none");
    expect(storages.local.size + storages.session.size).toBe(0);
    expect(keeper.session).toBe(OLD);
  });

  test("moved to where another tab keeps one already, it takes nothing away from that", async () => {
    const keeper = tab("none");
    const session = await keeper.ensure(never);
    storages.local.set("key", OLD);
    keeper.moveTo("local");
    expect([storages.local.get("key"), keeper.session]).toEqual([OLD, session]);
  });

  test("before there is one, moving decides where the next is kept", async () => {
    const keeper = tab("none");
    keeper.moveTo("local");
    const session = await keeper.ensure(never);
    expect(storages.local.get("key")).toBe(session);
  });

  test("forgotten, the next one is another", async () => {
    storages.local.set("key", OLD);
    const keeper = tab();
    expect(keeper.session).toBe(OLD);
    keeper.forget();
    expect(keeper.session).toBeNull();
    expect(await keeper.ensure(never)).not.toBe(OLD);
  });

  test("ended, it is not taken again from where it is kept; a new one takes its place there", async () => {
    storages.local.set("key", OLD);
    const keeper = tab();
    expect(keeper.session).toBe(OLD);
    keeper.end();
    expect([keeper.session, keeper.ended]).toEqual([null, OLD]);
    const session = await keeper.ensure(never);
    expect(session).not.toBe(OLD);
    expect(storages.local.get("key")).toBe(session);
  });

  test("told of meanwhile by another tab, and ended since, it is not written over the one that took its place", async () => {
    const [keeper, next] = [tab(), "n".repeat(43)];
    const held = deferred<void>();
    void lock.run("key", never, () => held.promise);
    const ensured = keeper.ensure(never);
    expect(keeper.shares(OLD)).toBe(true);
    storages.local.set("key", next);
    held.resolve();
    await ensured;
    expect(storages.local.get("key")).toBe(next);
  });

  test("ended in three tabs at once, one new session takes its place", async () => {
    storages.local.set("key", OLD);
    const tabs = [tab(), tab(), tab()];
    for (const keeper of tabs) expect(keeper.session).toBe(OLD);
    const sessions = await Promise.all(
      tabs.map((keeper) => {
        keeper.end();
        return keeper.ensure(never);
      }),
    );
    expect(new Set(sessions).size).toBe(1);
    expect(sessions[0]).not.toBe(OLD);
  });

  test("ended and replaced by another tab, the one that took its place is taken", () => {
    storages.local.set("key", OLD);
    const keeper = tab();
    expect(keeper.session).toBe(OLD);
    storages.local.set("key", "n".repeat(43));
    keeper.end();
    expect(keeper.session).toBe("n".repeat(43));
  });
});

describe("SessionKeeper, of several tabs", () => {
  test("a tab that has none takes another tab's, also before the storage shows it", () => {
    const keeper = tab();
    expect(keeper.shares(OLD)).toBe(true);
    expect(keeper.session).toBe(OLD);
  });

  test("two tabs without a session are of the same visitor", () => {
    expect(tab().shares(null)).toBe(true);
  });

  test("a tab that has one shares no other, and not none", () => {
    storages.local.set("key", OLD);
    expect([tab().shares(OLD), tab().shares("n".repeat(43)), tab().shares(null)]).toEqual([true, false, false]);
  });

  test("what can be no session is not taken", () => {
    expect(tab().shares("<script>")).toBe(false);
  });

  test.each(["session", "none"] as const)("a tab that keeps its own (%s) shares none", (kind) => {
    const keeper = tab(kind);
    expect([keeper.isShared, keeper.shares(OLD), keeper.shares(null)]).toEqual([false, false, false]);
    expect(keeper.session).toBeNull();
  });

  test("moved to where all tabs find it, it is shared", () => {
    const keeper = tab("none");
    keeper.moveTo("local");
    expect(keeper.shares(OLD)).toBe(true);
  });

  test("left, it comes back neither from another tab nor from a storage that lags behind", () => {
    storages.local.set("key", OLD);
    const keeper = tab();
    keeper.leave();
    expect(keeper.session).toBeNull();
    expect(keeper.shares(OLD)).toBe(false);
    expect(storages.local.get("key")).toBe(OLD);
  });

  test("left, the next one another tab has made is found", () => {
    storages.local.set("key", OLD);
    const keeper = tab();
    keeper.leave();
    storages.local.set("key", "n".repeat(43));
    expect(keeper.session).toBe("n".repeat(43));
  });

  test("whoever finds none waits until what another tab has just written shows, and makes none then", async () => {
    const late = tab();
    const keeper = new SessionKeeper("key", "local", {
      lock,
      random: fixedRandom(),
      sessionStorage: (kind) => ({ ...storage(kind), settle: async () => void storages.local.set("key", OLD) }),
    });
    expect(await keeper.ensure(never)).toBe(OLD);
    expect(late.session).toBe(OLD);
  });

  test("it is stale where the storage has another, or none any more", () => {
    storages.local.set("key", OLD);
    const keeper = tab();
    expect(keeper.isStale).toBe(false);
    storages.local.set("key", "n".repeat(43));
    expect(keeper.isStale).toBe(true);
    storages.local.delete("key");
    expect(keeper.isStale).toBe(true);
  });
});
