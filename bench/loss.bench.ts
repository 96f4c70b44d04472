import { chromium } from "@playwright/test";
import { SeededRandom } from "../test/simulation/seeded-random.ts";
import { chromiumLaunch } from "../test/support/chromium.ts";
import { PageServer } from "../test/support/page-server.ts";
import type { Differences } from "./loss/compare-transcripts.ts";
import { enterCablechat } from "./loss/enter-cablechat.ts";
import { enterPeer } from "./loss/enter-peer.ts";
import { rounds } from "./loss/rounds.ts";
import { type Arena, type EnteredChat, Stage } from "./loss/stage.ts";
import { table, writeResults } from "./results.ts";

/**
 * One hostile schedule (`bench/loss/rounds.ts`, each round once, in that order) for each of three chats, side by side,
 * each with a server and a network of its own; then what stands on the page is held against the server's log.
 * `CABLECHAT_BENCH_RUNS` sets how often; how long things take in run N comes from the seed N.
 */
const RUNS = Number(process.env["CABLECHAT_BENCH_RUNS"] ?? 3);
/** All faults are over. Longer than any of the clients waits before it looks again. */
const SETTLE_MS = 60_000;
/** Twice what the stock client usually needs to have a socket again. */
const HEALTHY_AFTER_MS = 20_000;

const contestants: readonly (readonly [name: string, enter: (arena: Arena) => Promise<EnteredChat>])[] = [
  ["Cablechat", enterCablechat],
  ["stock @rails/actioncable 8.1", (arena) => enterPeer(arena, "stock")],
  ["@anycable/web 1.1", (arena) => enterPeer(arena, "anycable")],
];
const columns: readonly (readonly [title: string, key: keyof Differences])[] = [
  ["lost", "lost"],
  ["doubled", "doubled"],
  ["misordered", "misordered"],
  ["unsent", "unsent"],
  ["sent twice", "sentTwice"],
  ["sent out of order", "sentOutOfOrder"],
];

/** What came of one run. */
interface Outcome {
  readonly differences: Differences;
  /** The name of the round that each lost message was written in. */
  readonly lostIn: readonly string[];
}

const site = await PageServer.listen();
const browser = await chromium.launch(chromiumLaunch());
try {
  const found = new Map<string, Outcome[]>(contestants.map(([name]) => [name, []]));
  let size = 0;
  for (let seed = 1; seed <= RUNS; seed += 1) {
    await Promise.all(
      contestants.map(async ([name, enter]) => {
        const stage = await Stage.build(browser, site, enter);
        try {
          const outcome = await run(stage, seed);
          found.get(name)?.push(outcome);
          size = stage.size;
          process.stdout.write(
            `run ${seed}, ${name}: ${JSON.stringify(outcome.differences)} ${tallied(outcome.lostIn)}\n`,
          );
        } finally {
          await stage.close();
        }
      }),
    );
  }
  writeResults({ name: "loss", title: "What a hostile network takes", body: body(found, size), browser: true });
  const own = (found.get("Cablechat") ?? []).flatMap(({ differences }) => Object.values(differences));
  if (own.some((count) => count !== 0)) process.stderr.write("Cablechat is not all zeros.\n");
  process.exitCode = own.length === 0 || own.some((count) => count !== 0) ? 1 : 0;
} finally {
  await browser.close();
  await site.close();
}

async function run(stage: Stage, seed: number): Promise<Outcome> {
  const random = new SeededRandom(seed);
  const roundOf = new Map<string, string>();
  for (const { name, healthy = false, steps } of rounds) {
    if (healthy) await stage.perform(["wait", HEALTHY_AFTER_MS]);
    for (const step of steps(random)) await stage.perform(step);
    for (const text of stage.texts) if (!roundOf.has(text)) roundOf.set(text, name);
  }
  const differences = await stage.settle(SETTLE_MS);
  const { log, shown } = await stage.transcripts();
  const flickers = await stage.widget.doubles();
  return {
    differences: { ...differences, doubled: Math.max(differences.doubled, flickers.length) },
    lostIn: log.filter((text) => !shown.includes(text)).map((text) => roundOf.get(text) ?? "before all"),
  };
}

function body(found: ReadonlyMap<string, readonly Outcome[]>, size: number): string {
  const note = [
    `Out of ${size} messages that visitor and agent wrote through one schedule of faults:`,
    `${rounds.map(({ name }) => name).join("; ")}.`,
    `Each of ${RUNS} runs, seeds 1 to ${RUNS}, counted ${SETTLE_MS / 1_000} s after the last fault by holding the page against the`,
    "server's log. Nobody presses “retry”. Lost: stored, and not on the page. Misordered: on the page at another place",
    "than the log's. Unsent: written, and never stored. The peers' pages subscribe, fetch after the last id on",
    "`connected`, put each message where its time belongs, and send with an id of their own and four retries",
    "(`bench/loss/pages`); the last id is that of the last message by cable or catch-up, never of one's own just sent.",
    "Doubled is counted at every moment for Cablechat, and at the end for the peers.",
  ].join(" ");
  const rows = [...found].map(([name, all]) => [
    name,
    ...columns.map(([, key]) => `**${all.map(({ differences }) => differences[key]).join(" · ")}**`),
  ]);
  const where = [...found].flatMap(([name, all]) => {
    const lostIn = all.flatMap((outcome) => outcome.lostIn);
    return lostIn.length > 0 ? [`${name}: ${tallied(lostIn)}.`] : [];
  });
  const main = `${wrapped(note)}\n\n${table(["client", ...columns.map(([title]) => title)], rows)}`;
  return where.length > 0
    ? `${main}\n\n${wrapped(`The lost ones by the round they were written in, all runs together. ${where.join(" ")}`)}`
    : main;
}

/** "a 3, b 1": each name and how often it is there, the most frequent first. */
function tallied(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([name, count]) => `${name} (${count})`).join(", ");
}

function wrapped(text: string): string {
  return text.replace(/(.{1,118})(?: |$)/g, "$1\n").trim();
}
