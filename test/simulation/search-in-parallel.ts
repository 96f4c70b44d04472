import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bundledScript } from "../support/bundled-script.ts";
import type { CheckOptions, Found } from "./check-schedules.ts";

/** So many schedules have one seed; the next batch has the next one. Small enough for memory and for a steady progress. */
export const BATCH = 500;

const WORKER = fileURLToPath(new URL("search-worker.ts", import.meta.url));

/** A schedule leaves much behind that is young when it ends: in a larger nursery most of it is dead before it is looked at. */
const NURSERY = "--max-semi-space-size=64";

export interface ParallelSearch {
  /** Of the first batch. */
  seed: number;
  runs: number;
  backends: CheckOptions["backends"];
  /** Where in the search a counterexample lies; then `runs` are those of its batch. */
  path?: string | undefined;
  /** How many processes. */
  workers: number;
  /** The script each of them runs. @default search-worker.ts */
  worker?: string;
  /** @param done how many schedules have kept every promise so far */
  onProgress?(done: number): void;
}

/** Searches in several processes at once, to the first find. @throws Error where a process dies */
export async function searchInParallel(search: ParallelSearch): Promise<Found | null> {
  const { seed, runs, backends, path, onProgress, worker = WORKER } = search;
  const script = await bundledScript(worker);
  let next = 0;
  let done = 0;
  let found: Found | null = null;
  const children: ChildProcess[] = [];

  const work = async (child: ChildProcess) => {
    while (found === null && next * BATCH < runs) {
      const batch: CheckOptions = { seed: seed + next, runs: Math.min(BATCH, runs - next * BATCH), backends, path };
      next += 1;
      const result = await ask(child, batch);
      if (result !== null) found ??= result;
      else done += batch.runs;
      if (found === null) onProgress?.(done);
    }
    // Whoever still searches would find something else.
    if (found !== null) for (const other of children) other.kill();
    else child.disconnect();
  };

  for (let count = 0; count < search.workers; count += 1) {
    children.push(fork(script, { execArgv: [NURSERY] }));
  }
  try {
    const outcomes = await Promise.allSettled(children.map(work));
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    // One that was killed because another had found something has not failed.
    if (failed && found === null) throw failed.reason;
  } finally {
    for (const child of children) child.kill();
  }
  return found;
}

/** How many seeds a search of so many schedules takes. */
export function seedsOf(runs: number): number {
  return Math.ceil(runs / BATCH);
}

function ask(child: ChildProcess, batch: CheckOptions): Promise<Found | null> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null) => {
      reject(new Error(`A searching process has died (${code ?? signal}) at seed ${batch.seed}.`));
    };
    child.once("exit", onExit);
    child.once("message", (answer) => {
      child.off("exit", onExit);
      resolve((answer as { found: Found | null }).found);
    });
    child.send(batch);
  });
}
