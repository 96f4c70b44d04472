import { randomUUID } from "node:crypto";
import { chromium } from "@playwright/test";
import { chromiumLaunch } from "../test/support/chromium.ts";
import { type EmbeddedServer, startServer } from "../test/support/embedded-server.ts";
import { FaultProxy } from "../test/support/fault-proxy.ts";
import { PageServer } from "../test/support/page-server.ts";
import { type Contestant, type ContestantKind, contestants } from "./recovery/contestant.ts";
import { type Scenario, scenarios } from "./recovery/scenarios.ts";
import { table, writeResults } from "./results.ts";

/**
 * From the fault to confirmed and caught up: the new subscription is confirmed, and a message written while the line
 * was down is here. The clients run side by side in one browser, each behind a fault proxy of its own.
 * `CABLECHAT_BENCH_RUNS` sets how often.
 */
const RUNS = Number(process.env["CABLECHAT_BENCH_RUNS"] ?? 5);
/** Who is not back by then counts as never. */
const LIMIT_MS = 30_000;
/** Until backoffs are reset; a little more each run, so that pings differ in phase. */
const SETTLE_MS = 5_000;
const SETTLE_STEP_MS = 430;

const server = await startServer({ env: { CABLECHAT_SENDS_PER_MINUTE: "100000", CABLECHAT_LOG: "off" } });
const site = await PageServer.listen();
const browser = await chromium.launch(chromiumLaunch());
try {
  const rows: string[][] = [];
  const failures: string[] = [];
  for (const scenario of scenarios) {
    const measured = await Promise.all(contestants.map((kind) => measure(kind, scenario)));
    rows.push([scenario.name, ...measured.map(cell), target(scenario)]);
    process.stdout.write(`${rows.at(-1)?.join("  |  ")}\n`);
    const [own] = measured;
    if (scenario.targetMs !== null && own && median(own) > scenario.targetMs) failures.push(scenario.name);
  }
  const header = ["fault", ...contestants.map(({ name }) => name), "target for Cablechat"];
  const note = [
    `Seconds until the new subscription is confirmed and a message written during the fault is on the page: median (fastest`,
    `to slowest) of ${RUNS} runs. Chat open and visible; Chromium, the embedded server, and a fault proxy in between; the`,
    "clients side by side, each with a proxy of its own. Down means that connections are reset and new ones refused.",
    "The peers' pages do as their documentation teaches: on `connected`, fetch what came after the last message.",
  ].join("\n");
  writeResults({
    name: "recovery",
    title: "Time to recover from a lost line",
    body: `${note}\n\n${table(header, rows)}`,
    browser: true,
  });
  for (const name of failures) process.stderr.write(`Target missed: ${name}\n`);
  process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await site.close();
  await server.stop("SIGKILL");
}

async function measure(kind: ContestantKind, scenario: Scenario): Promise<readonly number[]> {
  const proxy = await FaultProxy.listen({ target: server });
  const times: number[] = [];
  try {
    let contestant = await kind.enter({ browser, server, site, proxy });
    for (let run = 0; run < RUNS; run += 1) {
      await pass(SETTLE_MS + run * SETTLE_STEP_MS);
      const time = await runOnce(contestant, scenario, proxy);
      times.push(time);
      if (time !== Number.POSITIVE_INFINITY) continue;
      // What it still waits for must not count in the next run: it begins anew.
      await contestant.close();
      contestant = await kind.enter({ browser, server, site, proxy });
    }
    await contestant.close();
  } finally {
    await proxy.close();
  }
  return times;
}

async function runOnce(contestant: Contestant, scenario: Scenario, proxy: FaultProxy): Promise<number> {
  let id = "";
  const missed = async () => {
    id = await say(server, contestant.conversation);
  };
  const from = await scenario.break(proxy, missed);
  const recovered = contestant.recovered(id).then((at) => at - from);
  return Promise.race([recovered, pass(LIMIT_MS).then(() => Number.POSITIVE_INFINITY)]);
}

async function say({ base, token }: EmbeddedServer, conversation: string): Promise<string> {
  const response = await fetch(`${base}/agent/conversations/${conversation}/messages`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ client_id: randomUUID(), body: "Missed" }),
  });
  if (!response.ok) throw new Error(`The agent could not write: ${response.status}`);
  return ((await response.json()) as { id: string }).id;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function cell(times: readonly number[]): string {
  return `**${seconds(median(times))}** (${seconds(Math.min(...times))}–${seconds(Math.max(...times))})`;
}

function seconds(ms: number): string {
  if (ms === Number.POSITIVE_INFINITY) return `over ${LIMIT_MS / 1_000}`;
  return (ms / 1_000).toFixed(ms < 1_000 ? 2 : 1);
}

function target({ targetMs }: Scenario): string {
  return targetMs === null ? "" : `at most ${targetMs / 1_000}`;
}

function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
