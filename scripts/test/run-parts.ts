import { failuresIn } from "./failures.ts";
import type { Missing, Part } from "./part.ts";
import type { Tally } from "./tally.ts";

export interface Outcome {
  readonly part: Part;
  readonly ok: boolean;
  readonly tally: Tally;
  readonly seconds: number;
  readonly missing: Missing | null;
  /** The names of the tests that failed, as far as the part has named them. */
  readonly failures: readonly string[];
}

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

/** So many of the parts that may run beside others run at once: most of their time they wait for servers. */
const BESIDE = 2;

/**
 * Every part, whatever fails on the way: one after another, and beside them, two at once, those that may run beside others,
 * those in the background last. What these write is shown when they have ended.
 *
 * @returns in the order of the list
 */
export async function runParts(parts: readonly Part[]): Promise<Outcome[]> {
  // Before the first one runs: two installations at once would lock each other out.
  const missing = new Map<Part, Missing | null>();
  for (const part of parts) missing.set(part, (await part.lacks?.()) ?? null);
  const outcomes = new Map<Part, Outcome>();
  const runOne = async (part: Part) => {
    outcomes.set(part, await runPart(part, missing.get(part) ?? null));
  };
  const isLast = (part: Part) => Number(part.beside === "background");
  const beside = parts.filter((part) => part.beside).sort((a, b) => isLast(a) - isLast(b));
  const lane = async (queue: Part[]) => {
    for (let part = queue.shift(); part; part = queue.shift()) await runOne(part);
  };
  const front = lane(parts.filter((part) => !part.beside));
  await Promise.all([front, ...Array.from({ length: BESIDE }, () => lane(beside))]);
  return parts.flatMap((part) => outcomes.get(part) ?? []);
}

async function runPart(part: Part, missing: Missing | null): Promise<Outcome> {
  const title = `\n━━━ ${part.name}: ${part.what}\n\n`;
  if (!part.beside) print(title);
  if (missing) {
    print(`${part.beside ? title : ""}NOT RUN. ${missing.why}\n`);
    return { part, ok: false, tally: NOTHING, seconds: 0, missing, failures: [] };
  }
  const startedMs = performance.now();
  part.tally.clear();
  const isBackground = part.beside === "background";
  const { ok, output } = await part.run(part.beside ? { output: "capture", isBackground } : { output: "tee" });
  if (part.beside) print(title + output);
  const tally = part.tally.read(output);
  if (tally && tally.skipped > 0) print(`${tally.skipped} skipped: a test that does not run is a failure here.\n`);
  const allRan = tally === null || (tally.failed === 0 && tally.skipped === 0);
  const seconds = (performance.now() - startedMs) / 1000;
  const failures = ok ? [] : failuresIn(output);
  return { part, ok: ok && allRan, tally: settled(tally, ok), seconds, missing: null, failures };
}

/** A part that failed has at least one failure, also where its runner fell over before it could count one. */
function settled(tally: Tally | null, ok: boolean): Tally {
  if (!tally) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const failed = tally.failed + tally.skipped;
  return { ...tally, failed: ok ? failed : Math.max(1, failed) };
}

function print(text: string): void {
  process.stdout.write(text);
}
