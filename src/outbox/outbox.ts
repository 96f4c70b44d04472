import { CablechatError, type CablechatErrorCode } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import { outcomeOf } from "../core/outcome.ts";
import { Patience } from "../core/patience.ts";
import type { RecordStorage } from "../core/ports.ts";
import type { OutgoingMessage } from "../core/webchat.ts";
import { compareEntries, type OutboxEntry, orderAfter } from "./outbox-entry.ts";
import type { OutboxOptions } from "./outbox-options.ts";
import { isTriedAgain } from "./retry-policy.ts";

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
  /** Whether it is known what earlier pages have left. */
  #restored = false;
  #pumping = false;
  #memoryOnly = false;
  /** How many have left. */
  #visitors = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#patience = new Patience(options);
  }

  /** Takes up what earlier pages left behind, and what other tabs have changed. */
  async start(): Promise<void> {
    await this.#refresh();
    void this.#pump();
  }

  /** Shown as pending at once; resolves when it is stored. */
  async enqueue(message: OutgoingMessage): Promise<void> {
    this.#options.events.shown(message, null);
    await this.#keepLast(this.#options.clock.wallNow(), message);
    void this.#pump();
  }

  /** Tries a failed message again, at its old place. */
  async retry(clientId: string): Promise<void> {
    const entry = this.#entries.get(clientId);
    if (!entry?.failure) return;
    this.#options.events.shown(entry.message, null);
    await this.#keep({ ...entry, failure: null });
    void this.#pump();
  }

  /** Gives a message up. One that is just being sent may have arrived already. */
  async discard(clientId: string): Promise<void> {
    await this.#forget(clientId);
    this.#options.events.stored();
  }

  /**
   * Another tab has sent it, or the visitor has left: it is no business of this one any more.
   *
   * @param isForGood whether it is not taken up again, even where the storage still has it. @default true
   */
  drop(clientId: string, isForGood = true): void {
    this.#entries.delete(clientId);
    if (isForGood) this.#forgotten.add(clientId);
    if (this.#sending?.clientId === clientId) this.#sending.controller.abort();
    this.#patience.wake();
  }

  /** The backend is known to have it, e.g. from the cable, although the answer to the send was lost: no further request. */
  acknowledge(answer: Message): void {
    const entry = this.#entries.get(answer.clientId as string);
    if (!entry) return;
    this.#entries.set(entry.message.clientId, { ...entry, failure: null, answer });
    this.#patience.wake();
    void this.#pump();
  }

  /** The network is back, or the backend: what waits need not wait any longer. */
  kick(): void {
    this.#patience.hurry();
    void this.#pump();
  }

  stop(): void {
    this.#life.abort();
    this.#sending?.controller.abort();
    this.#patience.wake();
  }

  /**
   * The storage is left to others: to the tab that clears it, to the next visitor, who may have written already. But for what
   * was written down here since it was cleared: how one was sent, or that it has failed.
   *
   * @param isCleared whether another tab has just cleared it; else what is there yet may be the same visitor's, under another
   * session, and `start()` takes it up again. @default false
   */
  leave(isCleared = false): void {
    this.#visitors += 1;
    for (const [clientId, { failure }] of this.#entries)
      if (isCleared && (this.#sending?.clientId === clientId || failure)) void this.#forget(clientId);
      // What is being written down may come after it was cleared.
      else this.drop(clientId, isCleared || this.#writing.has(clientId));
  }

  /**
   * Forgets everything, also what only the storage knows by now: what the next visitor writes comes there later. All at
   * once, or the next would go out while one is forgotten, or on a page that is loaded meanwhile.
   */
  async clear(): Promise<void> {
    this.leave(true);
    await this.#durably((storage) => storage.clear());
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
    const { events, send } = this.#options;
    const { clientId } = entry.message;
    const keep = (message: OutgoingMessage) => this.#keep({ ...entry, message });
    for (let attempt = 0; this.#isOwed(clientId); ) {
      const { message, answer } = this.#entries.get(clientId) as OutboxEntry;
      const { heldMs } = this.#patience;
      if (heldMs > 0 && !answer) {
        // Also where it was woken, since another message is not owed any more.
        await this.#patience.wait(heldMs);
        continue;
      }
      const controller = new AbortController();
      this.#sending = { clientId, controller };
      const outcome = answer ?? (await outcomeOf(send(message, controller.signal, keep)));
      this.#sending = null;
      if (!(outcome instanceof CablechatError)) {
        events.sent(message, outcome);
        return this.#forget(clientId);
      }
      if (!this.#isOwed(clientId)) return;
      if (!isTriedAgain(outcome)) {
        events.failed(message, outcome);
        // Whoever was told may have given it up.
        if (!this.#isOwed(clientId)) return;
        const owed = this.#entries.get(clientId) as OutboxEntry;
        return this.#keep({ ...owed, failure: { code: outcome.code, text: outcome.message } });
      }
      const inMs = this.#patience.delayMs(attempt++, outcome);
      events.delayed(outcome, inMs);
      // Whoever was told may have ended it all.
      if (!this.#isOwed(clientId)) return;
      await this.#patience.wait(inMs);
      // Another tab may have given it up meanwhile.
      await this.#refresh();
    }
  }

  #isOwed(clientId: string): boolean {
    return !this.#life.signal.aborted && this.#entries.get(clientId)?.failure === null;
  }

  /**
   * Behind all others, whatever the wall clock says. Written down from the last to the first: another tab that reads in
   * between, or the next page after a crash in between, finds none before one that was written earlier.
   */
  async #keepLast(wallNow: number, ...messages: OutgoingMessage[]): Promise<void> {
    const [ms, count] = orderAfter([...this.#entries.values()], wallNow);
    const last = count + messages.length;
    await Promise.all(
      messages.reverse().map((message, place) => this.#keep({ message, order: [ms, last - place], failure: null })),
    );
  }

  async #keep(entry: OutboxEntry): Promise<void> {
    const { clientId } = entry.message;
    this.#entries.set(clientId, entry);
    this.#writing.add(clientId);
    if (!this.#memoryOnly) await this.#durably((storage) => storage.put(clientId, entry));
    this.#writing.delete(clientId);
    // Dropped while it was written: it is not to come back.
    if (this.#forgotten.has(clientId)) await this.#forget(clientId);
    this.#options.events.stored();
  }

  async #forget(clientId: string): Promise<void> {
    this.drop(clientId);
    await this.#durably((storage) => storage.remove(clientId));
  }

  /** Other tabs, and earlier pages, have written to the same storage. */
  async #refresh(): Promise<void> {
    if (this.#memoryOnly) return;
    await this.#durably(async (storage) => {
      const known = new Map([...this.#entries].filter(([clientId]) => !this.#writing.has(clientId)));
      const visitor = this.#visitors;
      const stored = await storage.all();
      // Asked for before the visitor left: it is not the next one's.
      if (visitor !== this.#visitors) return;
      const kept = new Map(stored.sort(compareEntries).map((entry) => [entry.message.clientId, entry]));
      for (const [clientId, entry] of known) {
        if (kept.has(clientId) || this.#entries.get(clientId) !== entry) continue;
        this.drop(clientId);
        this.#options.events.gone(clientId);
      }
      const early = this.#restored ? [] : [...this.#entries.values()];
      this.#restored = true;
      let hasEarlier = false;
      for (const [clientId, entry] of kept) {
        const held = this.#entries.get(clientId);
        // Nothing new; changed here while it was read; or known better.
        if (held && (!held.failure === !entry.failure || held !== known.get(clientId) || held.answer)) continue;
        if (this.#forgotten.has(clientId)) continue;
        hasEarlier ||= !held;
        this.#entries.set(clientId, entry);
        this.#show(entry);
      }
      // What was written before this was known goes behind it; but not behind what later pages write meanwhile.
      if (hasEarlier) await this.#keepLast(0, ...early.map(({ message }) => message));
    });
  }

  #show({ message, failure }: OutboxEntry): void {
    const error = failure && new CablechatError(failure.code as CablechatErrorCode, failure.text);
    this.#options.events.shown(message, error);
  }

  async #durably(what: (storage: RecordStorage<OutboxEntry>) => Promise<void>): Promise<void> {
    try {
      if (this.#options.storage) await what(this.#options.storage);
    } catch (error) {
      // The named case: storage is denied or full. Sending goes on from memory, and the visitor is told, once.
      if (this.#memoryOnly) return;
      this.#memoryOnly = true;
      this.#options.events.memoryOnly(error);
    }
  }
}
