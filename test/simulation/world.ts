import { newSession } from "../../src/core/session-secret.ts";
import { storageKey } from "../../src/core/storage-key.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { Backend } from "./backend.ts";
import type { LogRow } from "./backend-conversation.ts";
import { Network } from "./network.ts";
import type { Schedule } from "./schedule.ts";
import { SeededRandom } from "./seeded-random.ts";
import { SimBrowser } from "./sim-browser.ts";
import { ENDPOINT, SimPage, WEBCHAT } from "./sim-page.ts";

/** Something the visitor wrote. */
export interface Written {
  readonly clientId: string;
  readonly body: string;
}

/** The visitor's browser, the network, the backend and the agents, with one page open. */
export class World {
  readonly clock = new VirtualClock();
  readonly random: SeededRandom;
  readonly backend: Backend;
  readonly network: Network;
  readonly browser = new SimBrowser(this.clock);
  /** In the order written. */
  readonly written: Written[] = [];
  readonly discarded = new Set<string>();
  /** Somebody has set the machine's clock back, and a page has died without a word. */
  clockWentBack = false;
  crashed = false;
  readonly violations: string[] = [];
  /** What happened, line by line, for whoever reads a counterexample. */
  readonly story: string[] = [];
  /** How many commands have happened. */
  performed = 0;
  page: SimPage;
  #counter = 0;

  constructor({ seed, backend, network, history }: Schedule) {
    this.random = new SeededRandom(seed);
    const tell = (what: string) => void this.story.push(`${String(this.clock.now()).padStart(7)} ${what}`);
    this.backend = new Backend(
      backend,
      () => this.clock.wallNow(),
      (conversation, frame) => this.network.broadcast(conversation, frame),
    );
    this.network = new Network({ clock: this.clock, random: this.random, backend: this.backend, tell }, network);
    if (history !== null) this.#visitedBefore(history);
    this.page = this.#load();
  }

  write(): void {
    const body = `visitor ${++this.#counter}`;
    const clientId = this.page.chat.send(body);
    this.written.push({ clientId, body });
  }

  agentWrites(): void {
    this.backend.latest?.create({ author: "agent", body: `agent ${++this.#counter}` });
  }

  agentEdits(pick: number): void {
    const rows = this.backend.latest?.log.filter(({ author }) => author === "agent") ?? [];
    const row = chosen(rows, pick);
    if (row) this.backend.latest?.edit(row, `edited ${++this.#counter}`);
  }

  agentDeletes(pick: number): void {
    const row = chosen(this.backend.latest?.log ?? [], pick);
    if (row) this.backend.latest?.remove(row);
  }

  /** A reply that is written chunk by chunk, while everything else goes on. */
  agentStreams(chunks: number, gapMs: number): void {
    const conversation = this.backend.latest;
    const row = conversation?.create({ author: "agent", body: "", streaming: true });
    if (!conversation || !row) return;
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      this.clock.setTimeout(() => conversation.append(row, ` chunk ${chunk}`), gapMs * (chunk + 1));
    }
    this.clock.setTimeout(() => conversation.finish(row), gapMs * (chunks + 1));
  }

  /** The same browser loads the page anew. */
  reload(): void {
    this.page = this.#load();
  }

  /** The page's end: whether it asked too much is seen from all it did. */
  retire(): void {
    this.collect();
    const { rate } = this.page.monitor;
    const revisions = this.backend.conversations.reduce((sum, { revision }) => sum + revision, 0);
    // For each page of changes a request, and one to tell that they are read; for each message a send and a repetition.
    const needed = (2 * revisions) / this.backend.options.pageSize + 2 * this.written.length;
    const allowed = { requests: 30 + needed + this.performed, sockets: 15 + this.performed / 2 };
    if (rate.requestsAMinute > allowed.requests) this.violations.push(`${rate.requestsAMinute} requests in a minute`);
    if (rate.socketsAMinute > allowed.sockets) this.violations.push(`${rate.socketsAMinute} sockets in a minute`);
  }

  /** Takes over what the page's monitor has seen. */
  collect(): void {
    const { monitor, errors } = this.page;
    this.violations.push(...monitor.violations.splice(0));
    this.violations.push(...errors.splice(0).map((error) => `an error was reported: ${String(error)}`));
  }

  #visitedBefore(messages: number): void {
    const session = newSession(this.random);
    this.browser.keyValueStorage.set(storageKey("session", ENDPOINT, WEBCHAT), session);
    if (messages === 0) return;
    this.backend.send(session, { client_id: this.random.uuid(), body: "visitor, earlier" });
    for (let count = 1; count < messages; count += 1) this.agentWrites();
  }

  #load(): SimPage {
    const page = new SimPage(this);
    page.chat.on("connection", (status) => this.network.tell(`  connection ${JSON.stringify(status)}`));
    return page;
  }
}

function chosen(rows: readonly LogRow[], pick: number): LogRow | undefined {
  return rows[Math.floor(pick * rows.length)];
}
