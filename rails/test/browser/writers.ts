import { randomUUID } from "node:crypto";
import { expect } from "../../../test/browser/support/fixtures.ts";
import type { ClusterBackend } from "./cluster-backend.ts";

/** One request of an agent's, from before it goes out until it is answered or has failed. */
interface Attempt {
  outcome: "in flight" | "answered" | "failed";
}

const AGENTS = 6;

/** Several agents at once, each with one request in flight at every moment until they are stopped. */
export class Writers {
  readonly #backend: ClusterBackend;
  readonly #conversation: string;
  readonly #attempts: Attempt[] = [];
  readonly #written: string[] = [];
  #stopped = false;
  #all: Promise<unknown> = Promise.resolve();

  private constructor(backend: ClusterBackend, conversation: string) {
    this.#backend = backend;
    this.#conversation = conversation;
  }

  /** Resolves when all of them are at it. */
  static async begin(backend: ClusterBackend, conversation: string, name: string): Promise<Writers> {
    const writers = new Writers(backend, conversation);
    writers.#all = Promise.all(Array.from({ length: AGENTS }, (_, agent) => writers.#write(`${name} ${agent + 1}`)));
    await expect.poll(() => writers.#written.length).toBeGreaterThan(2 * AGENTS);
    return writers;
  }

  /** Does something to the backend in the middle of everybody's writing. */
  async during(fault: () => Promise<void>): Promise<void> {
    const caught = this.#attempts.filter(({ outcome }) => outcome === "in flight");
    expect(caught, "requests in flight as it happened").toHaveLength(AGENTS);
    await fault();
    await expect.poll(() => caught.filter(({ outcome }) => outcome === "in flight")).toEqual([]);
  }

  /** Requests that got no answer; each was made again. */
  get failed(): number {
    return this.#attempts.filter(({ outcome }) => outcome === "failed").length;
  }

  /** Lets each finish what it is writing. @returns every body that was answered 2xx */
  async stop(): Promise<readonly string[]> {
    this.#stopped = true;
    await this.#all;
    return this.#written;
  }

  async #write(name: string): Promise<void> {
    for (let number = 1; !this.#stopped; number += 1) {
      const message = { client_id: randomUUID(), body: `${name}, ${number}` };
      if (!(await this.#post(message))) {
        await expect.poll(() => this.#post(message), { intervals: [100], timeout: 30_000 }).toBe(true);
      }
      this.#written.push(message.body);
    }
  }

  /** @returns whether it was answered 2xx; not so are a connection that died, and a server about to end */
  async #post(message: { readonly client_id: string; readonly body: string }): Promise<boolean> {
    const attempt: Attempt = { outcome: "in flight" };
    this.#attempts.push(attempt);
    try {
      const response = await fetch(`${this.#backend.base}/agent/conversations/${this.#conversation}/messages`, {
        method: "POST",
        headers: { Authorization: `Bearer ${this.#backend.token}`, "Content-Type": "application/json" },
        body: JSON.stringify(message),
      });
      const text = await response.text();
      attempt.outcome = "answered";
      if (!response.ok && response.status !== 503) throw new Error(`${response.status} ${text}`);
      return response.ok;
    } catch (error) {
      // The named case: the process that had the connection is gone.
      if (!(error instanceof TypeError)) throw error;
      attempt.outcome = "failed";
      return false;
    }
  }
}
