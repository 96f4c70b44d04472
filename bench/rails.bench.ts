import { startBackend as startCluster } from "../rails/test/browser/cluster-backend.ts";
import { startBackend as startRails } from "../rails/test/browser/rails-backend.ts";
import type { Backend } from "../test/browser/support/backend.ts";
import { Crowd } from "./rails/crowd.ts";
import { table, writeResults } from "./results.ts";

/**
 * What Rails carries on this machine: messages a second, and the time from a message's `created_at`, which is given
 * within the transaction, to its frame at each subscriber.
 */
const SETUPS = [
  { name: "one Puma, async, SQLite", start: startRails },
  { name: "two Pumas, Redis, PostgreSQL", start: startCluster },
] as const;

/** Fewer messages where each costs more frames, so that a run ends. */
const RUNS = [
  { subscribers: 1, paced: 100, rushed: 400 },
  { subscribers: 100, paced: 60, rushed: 200 },
  { subscribers: 1_000, paced: 20, rushed: 40 },
] as const;

/** Between two messages of the paced run: nobody waits in a queue. */
const PACE_MS = 100;
const WRITERS = 4;

const rows: string[][] = [];
for (const { name, start } of SETUPS) {
  const backend = await start({});
  try {
    for (const run of RUNS) rows.push([name, ...(await measure(backend, run))]);
  } finally {
    await backend.stop();
  }
}
const header = [
  "set-up",
  "subscribers",
  "p50, paced",
  "p99, paced",
  "messages a second, rushed",
  "frames a second",
  "p99, rushed",
];
const body = `Milliseconds from \`created_at\` to the frame, over all subscribers of one conversation, all on one machine with
the senders. \`created_at\` is given within the transaction: the commit itself is counted in, and the time after it is shorter.
Paced: ten messages a second. Rushed: ${WRITERS} senders without a pause, until the last frame is there.

${table(header, rows)}`;
writeResults({ name: "rails", title: "Rails: from `created_at` to the frame", body });
process.stdout.write(`${body}\n`);

async function measure(backend: Backend, { subscribers, paced, rushed }: (typeof RUNS)[number]): Promise<string[]> {
  const crowd = await Crowd.gather(backend, subscribers);
  try {
    const calm = await crowd.hear(paced, { writers: 1, pauseMs: PACE_MS });
    const rush = await crowd.hear(rushed, { writers: WRITERS, pauseMs: 0 });
    const perSecond = rushed / rush.seconds;
    const cells = [subscribers, calm.p50, calm.p99, perSecond, perSecond * subscribers, rush.p99];
    const texts = cells.map((cell) => Math.round(cell).toLocaleString("en"));
    process.stderr.write(`${subscribers} subscribers: ${texts.join(" ")}\n`);
    return texts;
  } finally {
    crowd.leave();
  }
}
