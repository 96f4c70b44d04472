import type { RecordStorage } from "../../src/core/ports.ts";
import { type Deferred, deferred } from "./deferred.ts";

/** Records in memory, shared by all who hold it, as tabs share a browser's. A test may deny it, or hold its writes. */
export class RecordStore<T> implements RecordStorage<T> {
  readonly records = new Map<string, T>();
  /** Every call rejects with it. */
  denied: unknown = null;
  /** How many calls have been rejected. */
  denials = 0;
  #gate: Deferred<void> | null = null;
  #held: readonly string[] = [];

  /** These calls wait from now on. @returns what lets them go on */
  hold(...calls: readonly ("all" | "put" | "remove" | "clear")[]): () => void {
    const gate = deferred<void>();
    this.#gate = gate;
    this.#held = calls;
    return () => {
      this.#gate = null;
      gate.resolve();
    };
  }

  /** Copies, as the storage is when it is asked, not when it answers. */
  async all(): Promise<T[]> {
    const inOrder = [...this.records.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    const found = inOrder.map(([, record]) => structuredClone(record));
    await this.#turn("all");
    return found;
  }

  async put(key: string, record: T): Promise<void> {
    await this.#turn("put");
    this.records.set(key, structuredClone(record));
  }

  async remove(key: string): Promise<void> {
    await this.#turn("remove");
    this.records.delete(key);
  }

  async clear(): Promise<void> {
    await this.#turn("clear");
    this.records.clear();
  }

  async #turn(call: string): Promise<void> {
    if (this.#held.includes(call)) await this.#gate?.promise;
    if (this.denied === null) return;
    this.denials += 1;
    throw this.denied;
  }
}
