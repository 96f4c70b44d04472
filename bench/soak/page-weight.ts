import type { CDPSession, Page } from "@playwright/test";

/** What a page holds after a garbage collection. */
export interface PageWeight {
  readonly heapBytes: number;
  /** In the document or kept alive outside of it. */
  readonly nodes: number;
  readonly listeners: number;
}

/** Optimized code lies in the same heap, and there is more of it the longer a page runs. It would hide what the page holds. */
export const V8_WITHOUT_OPTIMIZED_CODE = "--js-flags=--no-opt --no-maglev --no-sparkplug";

/** One collection leaves what only the next one can see is free: finalizers, code that is not run any more. */
const COLLECTIONS = 6;
const BETWEEN_MS = 500;

export async function weigh(page: Page): Promise<PageWeight> {
  const devtools = await page.context().newCDPSession(page);
  try {
    for (let count = 0; count < COLLECTIONS; count += 1) {
      await devtools.send("HeapProfiler.collectGarbage");
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
    return await metrics(devtools);
  } finally {
    await devtools.detach();
  }
}

async function metrics(devtools: CDPSession): Promise<PageWeight> {
  await devtools.send("Performance.enable");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const read = (name: string) => {
    const value = metrics.find((metric) => metric.name === name)?.value;
    if (value === undefined) throw new Error(`Chromium gives no metric "${name}".`);
    return value;
  };
  return { heapBytes: read("JSHeapUsedSize"), nodes: read("Nodes"), listeners: read("JSEventListeners") };
}
