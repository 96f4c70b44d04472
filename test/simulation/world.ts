import { Backend } from "./backend.ts";
import { BrowserMonitor } from "./browser-monitor.ts";
import { unstopped } from "./difference.ts";
import { excess } from "./excess.ts";
import { Introductions } from "./introductions.ts";
import type { LogRow } from "./log-row.ts";
import { Network } from "./network.ts";
import type { Schedule } from "./schedule.ts";
import { SeededRandom } from "./seeded-random.ts";
import { SignOuts } from "./sign-outs.ts";
import { SimBrowser } from "./sim-browser.ts";
import { SimClock } from "./sim-clock.ts";
import { SimFile } from "./sim-file.ts";
import { SESSION_KEY, SimPage } from "./sim-page.ts";
import { SimTabChannels } from "./sim-tab-channels.ts";
import { SimValues } from "./sim-values.ts";
import { Traps, type WaitPoint } from "./traps.ts";
import { TwoSessions } from "./two-sessions.ts";
import { visitBefore } from "./visit-before.ts";

/** Something the visitor wrote. */
export interface Written {
  readonly clientId: string;
  readonly body: string;
  /** Their names. */
  readonly files: readonly string[];
  /** The tab's name. */
  readonly tab: string;
  /** Where it was written. */
  readonly page: SimPage;
}

export const MAX_TABS = 3;
/** No browser loads a page in less. */
const RELOAD_MS = 50;

/** The visitor's browser with its tabs, the network, the backend and the agents. */
export class World {
  readonly clock = new SimClock();
  readonly random: SeededRandom;
  readonly backend: Backend;
  readonly network: Network;
  readonly browser: SimBrowser;
  readonly browserMonitor: BrowserMonitor;
  readonly signOuts = new SignOuts(this);
  readonly twoSessions: TwoSessions;
  readonly introductions: Introductions;
  readonly traps = new Traps();
  readonly tabChannels: SimTabChannels;
  readonly values: SimValues;
  /** What stands in each tab. A page that has died is in its place until it is loaded anew. */
  readonly tabs: SimPage[] = [];
  /** In the order written. */
  readonly written: Written[] = [];
  readonly discarded = new Set<string>();
  /** The replies that were to stop, by id, and the pages where the visitor said so. */
  readonly cancelled = new Map<string, Set<SimPage>>();
  /** Somebody has set the machine's clock back, and a page has ended, perhaps in the middle of something. */
  clockWentBack = false;
  cutShort = false;
  readonly violations: string[] = [];
  /** What happened, line by line, for whoever reads a counterexample. */
  readonly story: string[] = [];
  /** Pages could get no socket while requests worked, and asked for changes instead. */
  polled = false;
  /** For how long no socket could be had, in milliseconds; who looks at the panel tries one every few seconds. */
  withoutSocketMs = 0;
  /** How many commands have happened. */
  performed = 0;
  /** How many tabs there ever were. */
  opened = 0;
  #counter = 0;

  /** @param record whether to keep the story; it costs as much as the rest */
  constructor(schedule: Schedule, record = false) {
    const { seed, backend, network, browser, history, tabs } = schedule;
    this.random = new SeededRandom(seed);
    this.browser = new SimBrowser(this.clock, this.random, browser);
    this.browserMonitor = new BrowserMonitor(this.browser, () => this.signOuts);
    this.values = new SimValues(this.clock, this.random);
    this.twoSessions = new TwoSessions(this);
    this.tabChannels = new SimTabChannels(this.clock, this.random);
    const tell = (what: () => string) => {
      if (record) this.story.push(`${String(this.clock.now()).padStart(7)} ${what()}`);
    };
    this.backend = new Backend(
      backend,
      () => this.clock.wallNow(),
      (conversation, frame) => this.network.broadcast(conversation, frame),
    );
    this.network = new Network({ clock: this.clock, random: this.random, backend: this.backend, tell }, network);
    if (history !== null) visitBefore(this, history);
    this.introductions = new Introductions(this, schedule);
    for (let count = 0; count < tabs; count += 1) this.openTab();
  }

  /** The session that the next page finds. */
  get storedSession(): string | null {
    return this.values.get(SESSION_KEY);
  }

  /** The first tab's. @throws Error where every tab is closed */
  get page(): SimPage {
    const [page] = this.tabs;
    if (!page) throw new Error("every tab is closed");
    return page;
  }

  openTab(): void {
    if (this.tabs.length < MAX_TABS) this.tabs.push(this.#load(`tab ${++this.opened}`));
  }

  /** Its page has ended already. */
  closeTab(page: SimPage): void {
    this.retire(page);
    this.tabs.splice(this.tabs.indexOf(page), 1);
  }

  write(page = this.page, count = 0): void {
    const body = `visitor ${++this.#counter}`;
    const files = Array.from({ length: count }, (_, index) => new SimFile(`${this.#counter}-${index}.txt`));
    const clientId = page.chat.send(body, files);
    this.written.push({ clientId, body, files: files.map(({ name }) => name), tab: page.name, page });
  }

  /** The visitor wants the last reply that the page shows as streaming stopped; one begins where there is none. */
  async cancel(page: SimPage): Promise<void> {
    const streams = () => page.chat.messages.some(({ state }) => state === "streaming");
    // So slowly that it does not end while it is asked to stop many times in vain.
    if (!streams()) this.agentStreams(4, 20_000);
    await this.clock.runUntil(streams, 500);
    const id = page.alive && page.chat.messages.filter(({ state }) => state === "streaming").at(-1)?.id;
    if (!id) return;
    // It is refused as the session's that has ended, and the visitor may ask again where the reply can be read again.
    const sessions = [this.storedSession, this.browserMonitor.lastOf(page)];
    if (sessions.some((session) => this.backend.isOver(session))) return;
    this.cancelled.set(id, (this.cancelled.get(id) ?? new Set()).add(page));
    void page.chat.cancel(id);
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

  agentReacts(pick: number): void {
    const row = chosen(this.backend.latest?.log ?? [], pick);
    if (row) this.backend.latest?.react(row, `reaction ${++this.#counter}`);
  }

  /** What is written from then on is another conversation's; most servers tell the socket, some do not. */
  staffEndSession(): void {
    for (const session of this.backend.endLatest()) {
      this.network.endSession(session, this.random.chance(0.7));
      // Whoever reads the reply again, as a contact does, says so again.
      this.cancelled.clear();
    }
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

  /** Nothing fails from now on. */
  heal(): void {
    this.network.conditions.heal();
    this.browser.faults.fullUntil = 0;
    this.traps.clear();
  }

  /** The process behind a page dies without a word. */
  crash(page: SimPage, writesSurvive: boolean): void {
    this.network.tell(() => `  ${page.name} dies`);
    page.crash(writesSurvive);
    this.cutShort = true;
  }

  /** The same tab loads the page anew. */
  reload(page = this.page): void {
    this.retire(page);
    this.tabs[this.tabs.indexOf(page)] = this.#load(page.name);
  }

  /** What befalls a page where it waits. @returns how much later it goes on, in milliseconds; `null` where it is gone */
  meet(page: SimPage, point: WaitPoint): number | null {
    const blow = this.traps.spring(point);
    if (blow === null) return 0;
    this.network.tell(() => `  ${page.name} ${blow} at ${point}`);
    // Frames come in order: a late one would be a slow line, and that is another fault.
    if (blow === "late") return point === "frame" ? 0 : this.random.between(500, 20_000);
    if (blow === "drop") {
      this.network.drop();
      return 0;
    }
    this.crash(page, this.random.chance(0.5));
    // In a tab that was closed before: it dies in the middle of its last writes.
    if (!this.tabs.includes(page)) return null;
    if (blow === "kill") this.closeTab(page);
    else this.clock.setTimeout(() => this.reload(page), RELOAD_MS);
    return null;
  }

  /** A page's end: whether it asked too much is seen from all it did. */
  retire(page: SimPage): void {
    this.cutShort = true;
    this.collect();
    this.violations.push(...excess(this, page));
  }

  /** Takes over what the monitors have seen. */
  collect(): void {
    this.violations.push(...this.browserMonitor.violations.splice(0));
    for (const wrong of [this.signOuts.shown(), unstopped(this, true)]) if (wrong !== null) this.violations.push(wrong);
    for (const { monitor, errors } of this.tabs) {
      this.violations.push(...monitor.violations.splice(0));
      this.violations.push(...errors.splice(0).map((error) => `an error was reported: ${String(error)}`));
    }
  }

  #load(name: string): SimPage {
    const page = new SimPage(this, name);
    page.chat.on("connection", (status) => this.network.tell(() => `  ${name} ${JSON.stringify(status)}`));
    this.introductions.loaded(page);
    return page;
  }
}

function chosen(rows: readonly LogRow[], pick: number): LogRow | undefined {
  return rows[Math.floor(pick * rows.length)];
}
