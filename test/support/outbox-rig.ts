import { CablechatError } from "../../src/core/errors.ts";
import type { Message } from "../../src/core/message.ts";
import type { BrowserLock } from "../../src/core/ports.ts";
import type { OutgoingMessage } from "../../src/core/webchat.ts";
import { Outbox } from "../../src/outbox/outbox.ts";
import type { OutboxEntry } from "../../src/outbox/outbox-entry.ts";
import { type Deferred, deferred } from "./deferred.ts";
import { fixedRandom } from "./fixed-random.ts";
import { message, VISITOR } from "./messages.ts";
import { RecordStore } from "./record-store.ts";
import { sharedLock } from "./shared-lock.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** What all tabs of one browser share. */
export interface Browser {
  clock: VirtualClock;
  storage: RecordStore<OutboxEntry>;
  lock: BrowserLock;
}

export function newBrowser(): Browser {
  return { clock: new VirtualClock(), storage: new RecordStore(), lock: sharedLock() };
}

interface Post extends Deferred<Message> {
  readonly clientId: string;
  readonly signal: AbortSignal;
  /** Stores it as it is by now. */
  readonly keep: (message: OutgoingMessage) => Promise<void>;
}

export function outgoing(clientId: string): OutgoingMessage {
  return { clientId, body: `body of ${clientId}`, attachments: [], page: null };
}

/** An outbox in a tab of `browser`; a test answers its requests. */
export class OutboxRig {
  readonly random = fixedRandom();
  readonly posts: Post[] = [];
  /** What is to be told to other tabs; none hears it unless a test says so. */
  stored: () => void = () => undefined;
  /** `pending ID`, `shown ID CODE` (failed before), `gone ID`, `sent ID`, `failed ID CODE`, `delayed CODE MS`, `memoryOnly`. */
  readonly events: string[] = [];
  readonly outbox: Outbox;
  readonly #browser: Browser;

  /** @param storage `null` for none */
  constructor(browser: Browser = newBrowser(), storage: RecordStore<OutboxEntry> | null = browser.storage) {
    const { random, events } = this;
    const { clock, lock } = browser;
    this.#browser = browser;
    this.outbox = new Outbox({
      storage,
      lock,
      lockName: "outbox",
      clock,
      random,
      send: (outgoing, signal, keep) => this.#post(outgoing, signal, keep),
      events: {
        shown: ({ clientId }, error) => events.push(error ? `shown ${clientId} ${error.code}` : `pending ${clientId}`),
        gone: (clientId) => events.push(`gone ${clientId}`),
        stored: () => this.stored(),
        sent: ({ clientId }) => events.push(`sent ${clientId}`),
        failed: ({ clientId }, { code }) => events.push(`failed ${clientId} ${code}`),
        delayed: ({ code }, inMs) => events.push(`delayed ${code} ${inMs}`),
        memoryOnly: () => events.push("memoryOnly"),
      },
    });
  }

  get last(): Post {
    const post = this.posts.at(-1);
    if (!post) throw new Error("Nothing was sent.");
    return post;
  }

  /** The client ids of all requests so far, in order. */
  get posted(): string[] {
    return this.posts.map(({ clientId }) => clientId);
  }

  /** Enqueues in order, and lets everything that can go on go on. */
  async write(...clientIds: string[]): Promise<void> {
    for (const clientId of clientIds) void this.outbox.enqueue(outgoing(clientId));
    await this.#browser.clock.settle();
  }

  async accept(): Promise<void> {
    this.last.resolve(answerTo(this.last.clientId));
    await this.#browser.clock.settle();
  }

  async refuse(error: CablechatError): Promise<void> {
    this.last.reject(error);
    await this.#browser.clock.settle();
  }

  #post({ clientId }: OutgoingMessage, signal: AbortSignal, keep: Post["keep"]): Promise<Message> {
    const post = { clientId, signal, keep, ...deferred<Message>() };
    this.posts.push(post);
    signal.addEventListener("abort", () => post.reject(new CablechatError("aborted", "given up")));
    return post.promise;
  }
}

export function answerTo(clientId: string): Message {
  return message(1, { id: `id of ${clientId}`, clientId, author: VISITOR });
}
