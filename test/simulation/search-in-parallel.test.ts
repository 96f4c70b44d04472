import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { BATCH, searchInParallel } from "./search-in-parallel.ts";

const worker = fileURLToPath(new URL("../support/finding-worker.ts", import.meta.url));
const backends = "both";

describe("a search in several processes", () => {
  it("runs every schedule once, the last batch a smaller one, and tells how far it is", async () => {
    const progress: number[] = [];
    const onProgress = (done: number) => void progress.push(done);

    const found = await searchInParallel({ seed: 20, runs: 2 * BATCH + 7, backends, workers: 2, worker, onProgress });

    expect(found).toBeNull();
    expect(progress).toHaveLength(3);
    expect(progress.at(-1)).toBe(2 * BATCH + 7);
  });

  it("ends with the first find", async () => {
    const found = await searchInParallel({ seed: 0, runs: 1_000 * BATCH, backends, workers: 2, worker });
    expect(found?.report).toBe("found under seed 2");
  });

  it("fails where one of the processes dies, and says under which seed", async () => {
    const search = searchInParallel({ seed: 12, runs: BATCH, backends, workers: 1, worker });
    await expect(search).rejects.toThrow("A searching process has died (3) at seed 12.");
  });

  it("runs the real schedules", async () => {
    expect(await searchInParallel({ seed: 7, runs: 20, backends, workers: 1 })).toBeNull();
  });
});
