import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { SeededRandom } from "../../test/simulation/seeded-random.ts";
import { chromiumLaunch } from "../../test/support/chromium.ts";
import { PageServer } from "../../test/support/page-server.ts";
import { beginConversation } from "../loss/begin-conversation.ts";
import type { Differences } from "../loss/compare-transcripts.ts";
import { Stage } from "../loss/stage.ts";
import { table, writeResults } from "../results.ts";
import { enterToBeWeighed } from "./enter-to-be-weighed.ts";
import { type PageWeight, V8_WITHOUT_OPTIMIZED_CODE, weigh } from "./page-weight.ts";
import { randomFaults } from "./random-faults.ts";

/**
 * Random faults in a real browser while both sides write, for half an hour. See `CONTRIBUTING.md`, "The soak".
 *
 * What a page holds grows with what it shows, so it is weighed where the same is shown: from time to time the visitor
 * signs out (`reset()`, no reload: element, code and socket stay) and begins again, and the page is weighed when
 * exactly so many messages stand on it.
 */
const WEIGHED_WITH = 20;
const FIRST_VISIT_MS = 60_000;
const VISIT_MS = 300_000;
/** The client looks for what vanished silently every 40 s. */
const SETTLE_MS = 90_000;
const GROWTH_LIMIT = 0.1;
const MAX_PAUSE_MS = 1_500;

const { values } = parseArgs({ options: { minutes: { type: "string" }, seed: { type: "string" } } });
const minutes = Number(values.minutes ?? 30);
const seed = Number(values.seed ?? randomInt(2 ** 31));
if (!(minutes >= 2) || !Number.isSafeInteger(seed)) {
  process.stderr.write("Usage: npm run soak -- [--minutes N, at least 2] [--seed N]\n");
  process.exit(2);
}
const random = new SeededRandom(seed);
const startedMs = Date.now();
const untilMs = startedMs + minutes * 60_000;
const total: Differences = { lost: 0, doubled: 0, misordered: 0, unsent: 0, sentTwice: 0, sentOutOfOrder: 0 };
const count = { rounds: 0, messages: 0, visits: 0 };
const failures: string[] = [];
const weights: PageWeight[] = [];
process.stdout.write(`Soak of ${minutes} minutes, seed ${seed}\n`);

const launch = chromiumLaunch();
const site = await PageServer.listen();
const browser = await chromium.launch({ ...launch, args: [...launch.args, V8_WITHOUT_OPTIMIZED_CODE] });
const stage = await Stage.build(browser, site, enterToBeWeighed);
stage.page.on("pageerror", (error) => fail(`uncaught on the page: ${error.stack ?? error.message}`));
try {
  await visit(FIRST_VISIT_MS);
  await beginAgain();
  while (Date.now() < untilMs) {
    await visit(VISIT_MS);
    await beginAgain();
  }
  report();
} finally {
  await stage.close();
  await browser.close();
  await site.close();
}

/** Faults and messages for so long, then a look at what became of them. */
async function visit(ms: number): Promise<void> {
  const endMs = Math.min(Date.now() + ms, untilMs);
  const names: string[] = [];
  while (Date.now() < endMs) {
    const { name, steps } = randomFaults(random);
    names.push(name);
    for (const step of steps) await stage.perform(step);
    await stage.perform(["wait", random.below(MAX_PAUSE_MS)]);
  }
  const found = await stage.settle(SETTLE_MS);
  for (const key of Object.keys(total) as (keyof Differences)[])
    Object.assign(total, { [key]: total[key] + found[key] });
  count.rounds += names.length;
  count.messages += stage.size;
  count.visits += 1;
  say(`visit ${count.visits}: ${names.length} rounds, ${stage.size} messages, ${JSON.stringify(found)}`);
  const doubles = await stage.widget.doubles();
  if (doubles.length > 0) fail(`stood twice at some moment: ${doubles.join(", ")}`);
  if (Object.values(found).every((number) => number === 0)) return;
  const { written, log, shown } = await stage.transcripts();
  fail(`rounds: ${names.join("; ")}\nwritten: ${written.join("|")}\nlog: ${log.join("|")}\nshown: ${shown.join("|")}`);
}

/** Signs out, begins a conversation of exactly `WEIGHED_WITH` messages, and weighs the page. */
async function beginAgain(): Promise<void> {
  // A socket that was given up for silent is kept by Chromium for another minute, closing; so its end comes at once.
  await stage.perform(["reset"]);
  await stage.widget.host.evaluate((host) => (host as HTMLElement & { reset(): Promise<void> }).reset());
  const text = `Hello again ${count.visits}`;
  stage.begun(await beginConversation(stage.widget, text, stage.write), text);
  await stage.perform(["agent", WEIGHED_WITH - 1]);
  const found = await stage.settle(SETTLE_MS);
  if (Object.values(found).some((number) => number !== 0)) fail(`after signing out: ${JSON.stringify(found)}`);
  const weight = await weigh(stage.page);
  weights.push(weight);
  say(`with ${WEIGHED_WITH} messages: ${JSON.stringify(weight)}`);
}

function report(): void {
  const [first, last] = [weights[0], weights.at(-1)];
  if (!first || !last) throw new Error("The page was never weighed.");
  const grown = (key: keyof PageWeight) => last[key] / first[key] - 1;
  for (const key of Object.keys(first) as (keyof PageWeight)[]) {
    if (grown(key) > GROWTH_LIMIT) fail(`${key}: ${first[key]} after the first minute, ${last[key]} at the end`);
  }
  const differences = Object.values(total).reduce((sum, number) => sum + number, 0);
  const row = (name: string, key: keyof PageWeight, show: (value: number) => string) => [
    name,
    show(first[key]),
    show(last[key]),
    `${grown(key) < 0 ? "−" : "+"}${Math.abs(grown(key) * 100).toFixed(1)} %`,
  ];
  const note = [
    `${minutes} minutes, seed ${seed}: ${count.rounds} faults at random, some two at a time, while visitor and agent wrote ${count.messages}`,
    `messages in ${count.visits} visits to one page that was never reloaded. Lost ${total.lost}, doubled ${total.doubled}, misordered ${total.misordered}, unsent ${total.unsent}, sent`,
    `twice ${total.sentTwice}, sent out of order ${total.sentOutOfOrder}; ${failures.length === 0 ? "nothing thrown on the page" : `${failures.length} failures`}. The page after a garbage collection, each time with`,
    `${WEIGHED_WITH} messages on it (see CONTRIBUTING.md, "The soak"):`,
  ].join("\n");
  const rows = [
    row("JS heap", "heapBytes", (bytes) => `${(bytes / 2 ** 20).toFixed(2)} MiB`),
    row("DOM nodes", "nodes", String),
    row("event listeners", "listeners", String),
  ];
  const body = `${note}\n\n${table(["the page holds", "after the first minute", "at the end", "grown"], rows)}`;
  writeResults({ name: "soak", title: "Soak: random faults, for long", body, browser: true });
  say(body);
  process.exitCode = failures.length > 0 || differences > 0 ? 1 : 0;
}

function fail(what: string): void {
  failures.push(what);
  process.stderr.write(`FAILED: ${what}\n`);
}

function say(text: string): void {
  process.stdout.write(`${((Date.now() - startedMs) / 60_000).toFixed(1)} min  ${text}\n`);
}
