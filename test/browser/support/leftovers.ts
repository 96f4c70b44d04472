import type { CDPSession, Page } from "@playwright/test";

/** What a page holds, as the browser itself counts it after a garbage collection. */
export interface Held {
  readonly nodes: number;
  readonly listeners: number;
  /** The timers that have yet to run, each by its kind and its milliseconds. */
  readonly timers: readonly string[];
  /** How many elements that are a chat, whether they stand on the page or not. */
  readonly chats: number;
  /** How many objects there are of each class, by its name: not what is looked for, but all there is. */
  readonly objects: Readonly<Record<string, number>>;
  readonly heapBytes: number;
}

interface Timed extends Window {
  pendingTimers?: Map<number, string>;
}

/** On every page of `page`, from before its first script: which timers have been set and neither run nor been cleared. */
export async function watchTimers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const pending = new Map<number, string>();
    (window as Timed).pendingTimers = pending;
    const { setTimeout, setInterval, clearTimeout, clearInterval } = window;
    const clear = (id = 0) => {
      pending.delete(id);
      clearTimeout.call(window, id);
      clearInterval.call(window, id);
    };
    const set = {
      setTimeout: (what: () => void, ms = 0) => {
        const run = () => {
          pending.delete(id);
          what();
        };
        const id = Number(setTimeout.call(window, run, ms));
        pending.set(id, `timeout of ${ms} ms`);
        return id;
      },
      setInterval: (what: () => void, ms = 0) => {
        const id = Number(setInterval.call(window, what, ms));
        pending.set(id, `interval of ${ms} ms`);
        return id;
      },
    };
    Object.assign(window, set, { clearTimeout: clear, clearInterval: clear });
  });
}

const GROUP = "leftovers";

export async function countHeld(page: Page, devtools: CDPSession): Promise<Held> {
  await devtools.send("Performance.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return {
    nodes: metric("Nodes"),
    listeners: metric("JSEventListeners"),
    heapBytes: metric("JSHeapUsedSize"),
    chats: await ofAll(devtools, 'customElements.get("cable-chat").prototype', count),
    objects: await ofAll(devtools, "Object.prototype", countByClass),
    timers: await page.evaluate(() => [...((window as Timed).pendingTimers?.values() ?? ["unwatched"])]),
  };
}

/** Asks of all objects that inherit from a prototype. @param ask runs in the page, with them as `this` */
async function ofAll<T>(devtools: CDPSession, prototype: string, ask: (this: object[]) => T): Promise<T> {
  const found = await devtools.send("Runtime.evaluate", { expression: prototype, objectGroup: GROUP });
  const prototypeObjectId = found.result.objectId ?? "";
  const { objects } = await devtools.send("Runtime.queryObjects", { prototypeObjectId, objectGroup: GROUP });
  const asked = await devtools.send("Runtime.callFunctionOn", {
    objectId: objects.objectId ?? "",
    functionDeclaration: ask.toString(),
    returnByValue: true,
  });
  await devtools.send("Runtime.releaseObjectGroup", { objectGroup: GROUP });
  return asked.result.value;
}

function count(this: object[]): number {
  return this.length;
}

function countByClass(this: object[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of this) {
    let name = "one that tells no name";
    try {
      name = String(each.constructor?.name);
    } catch {
      // The named case: a prototype whose getters want an instance.
    }
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
