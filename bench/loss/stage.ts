import type { Browser, BrowserContext } from "@playwright/test";
import { Agent } from "../../test/browser/support/agent.ts";
import { type Backend, startBackend } from "../../test/browser/support/backend.ts";
import type { Widget } from "../../test/browser/support/widget.ts";
import { FaultProxy } from "../../test/support/fault-proxy.ts";
import type { PageServer } from "../../test/support/page-server.ts";
import { CableMeddler } from "./cable-meddler.ts";
import { compareTranscripts, type Differences, type Transcripts } from "./compare-transcripts.ts";
import { type Breakable, calm, faults } from "./faults.ts";
import type { Step } from "./rounds.ts";

/** Where a chat's page runs. */
export interface Arena {
  readonly context: BrowserContext;
  readonly site: PageServer;
  readonly proxy: FaultProxy;
  readonly backend: Backend;
}

/** A chat on a page of its own, with its first message sent and its conversation followed. */
export interface EnteredChat {
  readonly widget: Widget;
  readonly conversation: string;
  /** What has been written so far. */
  readonly written: readonly string[];
  /** Puts a text into the composer and sends it. @default as one who types */
  write?(text: string): Promise<void>;
  /** Brings older messages onto the page, as far as there are any. */
  showAll?(shown: number): Promise<void>;
}

/** A visitor, an agent, a backend, and between them everything that can be broken. */
export class Stage implements Breakable {
  readonly proxy: FaultProxy;
  readonly meddler: CableMeddler;
  readonly backend: Backend;
  readonly agent: Agent;
  readonly #context: BrowserContext;
  readonly #chat: EnteredChat;
  #conversation: string;
  #written: string[];
  #agentWrote: { readonly id: string; body: string }[] = [];
  #count = 0;

  private constructor(arena: Arena, meddler: CableMeddler, chat: EnteredChat) {
    this.proxy = arena.proxy;
    this.backend = arena.backend;
    this.meddler = meddler;
    this.agent = new Agent(arena.backend);
    this.#context = arena.context;
    this.#chat = chat;
    this.#conversation = chat.conversation;
    this.#written = [...chat.written];
  }

  static async build(
    browser: Browser,
    site: PageServer,
    enter: (arena: Arena) => Promise<EnteredChat>,
  ): Promise<Stage> {
    const backend = await startBackend({});
    const { hostname, port } = new URL(backend.origin);
    const meddler = await CableMeddler.listen({ host: hostname, port: Number(port) });
    const proxy = await FaultProxy.listen({ target: { host: meddler.host, port: meddler.port } });
    const context = await browser.newContext();
    const arena: Arena = { context, site, proxy, backend };
    return new Stage(arena, meddler, await enter(arena));
  }

  get page(): Widget["page"] {
    return this.#chat.widget.page;
  }

  get widget(): Widget {
    return this.#chat.widget;
  }

  /** How many messages there should be. */
  get size(): number {
    return this.texts.length;
  }

  /** What both have written, in no particular order. */
  get texts(): readonly string[] {
    return [...this.#written, ...this.#agentWrote.map(({ body }) => body)];
  }

  /** Puts a text into the composer and sends it. */
  readonly write = (text: string): Promise<void> => this.#chat.write?.(text) ?? this.widget.write(text);

  async perform(step: Step): Promise<void> {
    const [name, amount = 1] = step;
    if (name === "wait") await new Promise((resolve) => setTimeout(resolve, amount));
    else if (name === "visitor") await this.#visitorWrites(amount);
    else if (name === "agent") await this.#agentWrites(amount);
    else if (name === "agent edits") await this.#agentEdits(amount);
    else await faults[name](this);
  }

  /** Another conversation has begun with `text`; what was written before does not count any more. */
  begun(conversation: string, text: string): void {
    this.#conversation = conversation;
    this.#written = [text];
    this.#agentWrote = [];
  }

  /** Ends all faults, and waits until nothing differs any more, or for `withinMs`. */
  async settle(withinMs: number): Promise<Differences> {
    await calm(this);
    const untilMs = Date.now() + withinMs;
    for (;;) {
      const found = await this.differences();
      if (Date.now() >= untilMs || Object.values(found).every((count) => count === 0)) return found;
      await this.perform(["wait", 500]);
    }
  }

  async differences(): Promise<Differences> {
    return compareTranscripts(await this.transcripts());
  }

  async transcripts(): Promise<Transcripts> {
    const log = (await this.agent.log(this.#conversation)).map(({ body }) => body);
    await this.#chat.showAll?.(log.length);
    const shown = (await this.widget.seen()).map(({ text }) => text);
    return { written: this.#written, log, shown };
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.proxy.close();
    await this.meddler.close();
    await this.backend.stop();
  }

  async #visitorWrites(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 1) {
      const text = `Visitor ${++this.#count}`;
      this.#written.push(text);
      await this.write(text);
    }
  }

  async #agentWrites(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 1) {
      const body = `Agent ${++this.#count}`;
      this.#agentWrote.push({ id: await this.agent.say(this.#conversation, body), body });
    }
  }

  /** The latest of the agent's; a text is never that of another message. */
  async #agentEdits(count: number): Promise<void> {
    for (const message of this.#agentWrote.slice(-count)) {
      message.body += ", corrected";
      await this.agent.edit(this.#conversation, message.id, message.body);
    }
  }
}
