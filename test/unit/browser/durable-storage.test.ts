import { IDBFactory, IDBKeyRange, IDBObjectStore } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

interface Note {
  text: string;
}

/** As a new page load has it: the module holds the connection. */
async function freshPage() {
  vi.resetModules();
  return (await import("../../../src/browser/durable-storage.ts")).durableStorage<Note>;
}

let durableStorage: Awaited<ReturnType<typeof freshPage>>;

beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
  durableStorage = await freshPage();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("durableStorage", () => {
  test("a record is there after a reload, until it is removed", async () => {
    await durableStorage("one").put("a", { text: "kept" });
    const reloaded = (await freshPage())("one");
    expect(await reloaded.all()).toEqual([{ text: "kept" }]);
    await reloaded.remove("a");
    expect(await reloaded.all()).toEqual([]);
  });

  test("a record is put in the place of the one before", async () => {
    const storage = durableStorage("one");
    await storage.put("a", { text: "first" });
    await storage.put("a", { text: "second" });
    expect(await storage.all()).toEqual([{ text: "second" }]);
  });

  test("clearing removes a webchat's records, and nobody else's", async () => {
    await durableStorage("one").put("a", { text: "of one" });
    await durableStorage("one").put("b", { text: "of one, too" });
    await durableStorage("two").put("a", { text: "of two" });
    await durableStorage("one").clear();
    expect(await durableStorage("one").all()).toEqual([]);
    expect(await durableStorage("two").all()).toEqual([{ text: "of two" }]);
  });

  test("removing what is not there is no error", async () => {
    await durableStorage("one").remove("unknown");
  });

  test("two webchats do not see each other's records", async () => {
    await durableStorage("one").put("a", { text: "of one" });
    expect(await durableStorage("two").all()).toEqual([]);
  });

  test("nor does one whose id begins with the other's", async () => {
    await durableStorage("https://app.example:acme:eu").put("a", { text: "of acme:eu" });
    expect(await durableStorage("https://app.example:acme").all()).toEqual([]);
  });

  test("nothing is opened before it is needed", async () => {
    const open = vi.spyOn(indexedDB, "open");
    durableStorage("one");
    expect(open).not.toHaveBeenCalled();
  });
});

describe("durableStorage, where the browser denies it", () => {
  test("without IndexedDB every method rejects, and none throws", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const storage = durableStorage("one");
    await expect(storage.all()).rejects.toThrow();
    await expect(storage.put("a", { text: "x" })).rejects.toThrow();
    await expect(storage.remove("a")).rejects.toThrow();
  });

  test("where opening throws, it rejects with the reason", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    await expect(durableStorage("one").all()).rejects.toThrow("denied");
  });

  test("it is tried again the next time: the denial may have been lifted", async () => {
    const storage = durableStorage("one");
    vi.spyOn(indexedDB, "open").mockImplementationOnce(() => {
      throw new DOMException("denied", "SecurityError");
    });
    await expect(storage.put("a", { text: "x" })).rejects.toThrow("denied");
    await storage.put("a", { text: "y" });
    expect(await storage.all()).toEqual([{ text: "y" }]);
  });
});

describe("durableStorage, where it is full", () => {
  /** As browsers do it: the request succeeds, and the transaction ends without having written anything. */
  function fillUp(): void {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...record) {
      const request = put.apply(this, record);
      request.addEventListener("success", () => {
        // The only way a script has to end one; a browser that does it names the quota as its error.
        Object.defineProperty(this.transaction, "error", {
          value: new DOMException("The quota is used up.", "QuotaExceededError"),
        });
        this.transaction.abort();
      });
      return request;
    });
  }

  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("a record that is given up when all is written down rejects with the reason, and is not there", async () => {
    fillUp();
    await expect(durableStorage("one").put("a", { text: "x" })).rejects.toMatchObject({ name: "QuotaExceededError" });
    expect(await durableStorage("one").all()).toEqual([]);
  });

  test("a record that is refused leaves the one before in its place", async () => {
    const storage = durableStorage("one");
    await storage.put("a", { text: "first" });
    fillUp();
    await expect(storage.put("a", { text: "second" })).rejects.toThrow("quota");
    expect(await storage.all()).toEqual([{ text: "first" }]);
  });
});
