import { CablechatError, type CablechatErrorCode, outcomeOf } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import { Patience } from "../core/patience.ts";
import type { BrowserLock, Clock, Random, RecordStorage } from "../core/ports.ts";
import type { OutgoingMessage } from "../core/webchat.ts";
import { compareEntries, failed, type OutboxEntry, orderAfter, requeued } from "./outbox-entry.ts";
import { mayHeal, RETRY } from "./retry-policy.ts";

export interface OutboxEvents {
  /** It waits to be sent: new, restored from an earlier page, or to be tried again. */
  pending(message: OutgoingMessage): void;
  sent(message: OutgoingMessage, answer: Message): void;
  failed(message: OutgoingMessage, error: CablechatError): void;
  /** An attempt failed and will be repeated in `inMs`. */
  delayed(error: CablechatError, inMs: number): void;
  /** The browser keeps nothing: a reload would lose what is pending. */
  memoryOnly(cause: unknown): void;
}

export interface OutboxOptions {
  storage: RecordStorage<OutboxEntry>;
  lock: BrowserLock;
  /** One sender for all who use the same name. */
  lockName: string;
  clock: Clock;
  random: Random;
  send(message: OutgoingMessage, signal: AbortSignal): Promise<Message>;
  events: OutboxEvents;
}

/** What is owed to the backend: stored before it is sent, in order, one at a time for the whole browser. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #entries = new Map<string, OutboxEntry>();
  /** Those on their way into the storage: not sent before they are there. */
  readonly #writing = new Set<string>();
  /** Sent or given up here; a list that was read meanwhile does not bring them back. */
  readonly #forgotten = new Set<string>();
  readonly #life = new AbortController();
  readonly #patience: Patience;
  #sending: { clientId: string; controller: AbortController } | null = null;
  /** What earlier pages left behind, taken up once. */
  #restoring: Promise<void> | null = null;
  #pumping = false;
  #memoryOnly = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#patience = new Patience(options, RETRY);
  }

  /** Takes up what earlier pages left behind. */
  async start(): Promise<void> {
    await this.#restored();
    void this.#pump();
  }

  /** Shown as pending at once; resolves when it is stored. */
  async enqueue(message: OutgoingMessage): Promise<void> {
    this.#options.events.pending(message);
    // Its place is behind what earlier pages left, so that has to be known; the wall clock alone may have jumped back.
    await this.#restored();
    if (this.#forgotten.has(message.clientId)) return;
    const order = orderAfter([...this.#entries.values()], this.#options.clock.wallNow());
    await this.#keep({ message, order, failure: null });
    void this.#pump();
  }

  /** Tries a failed message again, at its old place. */
  async retry(clientId: string): Promise<void> {
    const entry = this.#entries.get(clientId);
    if (!entry?.failure) return;
    this.#options.events.pending(entry.message);
    await this.#keep(requeued(entry));
    void this.#pump();
  }

  /** Gives a message up. One that is just being sent may have arrived already. */
  async discard(clientId: string): Promise<void> {
    const kept = this.#forget(clientId);
    if (this.#sending?.clientId === clientId) this.#sending.controller.abort();
    this.#patience.wake();
    await kept;
  }

  /** The backend is known to have it, e.g. from the cable, although the answer to the send was lost. */
  async acknowledge(answer: Message): Promise<void> {
    const entry = answer.clientId === null ? undefined : this.#entries.get(answer.clientId);
    if (!entry || this.#sending?.clientId === answer.clientId) return;
    this.#options.events.sent(entry.message, answer);
    await this.#forget(entry.message.clientId);
    this.#patience.wake();
  }

  /** The network is back, or the backend: what waits need not wait any longer. */
  kick(): void {
    this.#patience.hurry();
    void this.#pump();
  }

  stop(): void {
    this.#life.abort();
    this.#patience.wake();
  }

  /** Forgets everything, also what only the storage knows. All at once, or the next would go out while one is forgotten. */
  async clear(): Promise<void> {
    await Promise.all([...this.#entries.keys()].map((clientId) => this.discard(clientId)));
    await this.#durably(async (storage) => {
      for (const { message } of await storage.all()) await storage.remove(message.clientId);
    });
  }

  async #pump(): Promise<void> {
    if (this.#pumping || this.#life.signal.aborted || !this.#next()) return;
    this.#pumping = true;
    try {
      await this.#options.lock.run(this.#options.lockName, this.#life.signal, () => this.#drain());
    } catch (error) {
      // The named case: stopped while waiting for the lock.
      if (!this.#life.signal.aborted) throw error;
    } finally {
      this.#pumping = false;
    }
    void this.#pump();
  }

  async #drain(): Promise<void> {
    await this.#refresh();
    for (let entry = this.#next(); entry && !this.#life.signal.aborted; entry = this.#next()) {
      await this.#deliver(entry);
      await this.#refresh();
    }
  }

  /** The first one, once it is stored: none behind it overtakes it. */
  #next(): OutboxEntry | undefined {
    const [first] = [...this.#entries.values()].filter((entry) => !entry.failure).sort(compareEntries);
    return first && this.#writing.has(first.message.clientId) ? undefined : first;
  }

  async #deliver(entry: OutboxEntry): Promise<void> {
    const { events } = this.#options;
    const { message } = entry;
    if (this.#patience.heldMs > 0) await this.#patience.wait(this.#patience.heldMs);
    for (let attempt = 0; this.#isOwed(message.clientId); attempt += 1) {
      const outcome = await this.#attempt(message);
      if (!(outcome instanceof CablechatError)) {
        events.sent(message, outcome);
        return this.#forget(message.clientId);
      }
      if (!this.#isOwed(message.clientId)) return;
      if (!mayHeal(outcome)) {
        events.failed(message, outcome);
        return this.#keep(failed(entry, outcome));
      }
      const inMs = this.#patience.delayMs(attempt, outcome);
      events.delayed(outcome, inMs);
      // Whoever was told may have ended it all.
      if (!this.#isOwed(message.clientId)) return;
      await this.#patience.wait(inMs);
      // Another tab may have given it up meanwhile.
      await this.#refresh();
    }
  }

  #isOwed(clientId: string): boolean {
    return !this.#life.signal.aborted && this.#entries.get(clientId)?.failure === null;
  }

  async #attempt(message: OutgoingMessage): Promise<Message | CablechatError> {
    const controller = new AbortController();
    const { signal } = controller;
    const abort = () => controller.abort();
    this.#life.signal.addEventListener("abort", abort);
    this.#sending = { clientId: message.clientId, controller };
    try {
      return await outcomeOf(this.#options.send(message, signal));
    } catch (error) {
      // The named case: given up before there was a request, e.g. while waiting for the session.
      if (!signal.aborted) throw error;
      return new CablechatError("aborted", "The message was given up.", { cause: error });
    } finally {
      this.#sending = null;
      this.#life.signal.removeEventListener("abort", abort);
    }
  }

  async #keep(entry: OutboxEntry): Promise<void> {
    const { clientId } = entry.message;
    this.#entries.set(clientId, entry);
    this.#writing.add(clientId);
    if (!this.#memoryOnly) await this.#durably((storage) => storage.put(clientId, entry));
    this.#writing.delete(clientId);
  }

  async #forget(clientId: string): Promise<void> {
    this.#entries.delete(clientId);
    this.#forgotten.add(clientId);
    await this.#durably((storage) => storage.remove(clientId));
  }

  #restored(): Promise<void> {
    this.#restoring ??= this.#refresh();
    return this.#restoring;
  }

  /** Other tabs, and earlier pages, have written to the same storage. */
  async #refresh(): Promise<void> {
    if (this.#memoryOnly) return;
    await this.#durably(async (storage) => {
      const known = [...this.#entries].filter(([clientId]) => !this.#writing.has(clientId));
      const kept = new Map((await storage.all()).sort(compareEntries).map((entry) => [entry.message.clientId, entry]));
      for (const [clientId, entry] of known) {
        // Sent, or deleted, by another tab.
        if (!kept.has(clientId) && this.#entries.get(clientId) === entry) this.#entries.delete(clientId);
      }
      for (const [clientId, entry] of kept) {
        if (this.#entries.has(clientId) || this.#forgotten.has(clientId)) continue;
        this.#entries.set(clientId, entry);
        this.#show(entry);
      }
    });
  }

  #show({ message, failure }: OutboxEntry): void {
    const { events } = this.#options;
    if (failure) events.failed(message, new CablechatError(failure.code as CablechatErrorCode, failure.text));
    else events.pending(message);
  }

  async #durably(what: (storage: RecordStorage<OutboxEntry>) => Promise<void>): Promise<void> {
    try {
      await what(this.#options.storage);
    } catch (error) {
      // The named case: storage is denied or full. Sending goes on from memory, and the visitor is told, once.
      if (this.#memoryOnly) return;
      this.#memoryOnly = true;
      this.#options.events.memoryOnly(error);
    }
  }
}
