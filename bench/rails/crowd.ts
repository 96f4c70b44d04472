import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { WebSocket } from "ws";
import type { Backend } from "../../test/browser/support/backend.ts";

export interface Heard {
  /** Milliseconds from `created_at` to the frame, over all subscribers. */
  readonly p50: number;
  readonly p99: number;
  /** From the first send to the last frame. */
  readonly seconds: number;
}

interface Frame {
  readonly type?: string;
  readonly message?: { readonly type?: string; readonly message?: { readonly created_at: string } };
}

/** One visitor's conversation, with many sockets that listen to it. */
export class Crowd {
  readonly #backend: Backend;
  readonly #processes: readonly string[];
  readonly #sockets: WebSocket[] = [];
  #conversation = "";
  #latencies: number[] = [];
  #wanted = 0;
  #complete: () => void = () => undefined;

  constructor(backend: Backend & { readonly processes?: readonly string[] }) {
    this.#backend = backend;
    // A balancer of the tests' own would be measured with it.
    this.#processes = backend.processes ?? [backend.origin];
  }

  /** Resolves when every subscription is confirmed. */
  static async gather(backend: Backend, subscribers: number): Promise<Crowd> {
    const crowd = new Crowd(backend);
    const session = randomBytes(32).toString("base64url");
    const { conversation } = await crowd.#post("/webchats/demo/messages", session, "Hello");
    crowd.#conversation = conversation;
    const identifier = JSON.stringify({ channel: "Cablechat::WebchatChannel", id: "demo", session, conversation });
    for (let joined = 0; joined < subscribers; joined += 50) {
      const group = Array.from({ length: Math.min(50, subscribers - joined) }, () => crowd.#join(identifier));
      await Promise.all(group);
    }
    return crowd;
  }

  /** Sends `count` messages; resolves when every subscriber has heard each of them. */
  async hear(count: number, { writers, pauseMs }: { writers: number; pauseMs: number }): Promise<Heard> {
    this.#latencies = [];
    this.#wanted = count * this.#sockets.length;
    const complete = new Promise<void>((resolve) => {
      this.#complete = resolve;
    });
    const startedMs = performance.now();
    let left = count;
    const write = async () => {
      while (left > 0) {
        left -= 1;
        await this.#post(`/agent/conversations/${this.#conversation}/messages`, this.#backend.token, `Message ${left}`);
        if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    };
    await Promise.all([complete, ...Array.from({ length: writers }, write)]);
    const seconds = (performance.now() - startedMs) / 1000;
    const sorted = this.#latencies.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { p50: at(0.5), p99: at(0.99), seconds };
  }

  leave(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  async #join(identifier: string): Promise<void> {
    const origin = this.#processes[this.#sockets.length % this.#processes.length] ?? "";
    const socket = new WebSocket(`${origin.replace(/^http/, "ws")}/cable`, ["actioncable-v1-json"]);
    this.#sockets.push(socket);
    const confirmed = new Promise<void>((resolve, reject) => {
      socket.on("error", reject);
      socket.on("message", (data) => {
        const frame = JSON.parse(String(data)) as Frame;
        if (frame.type === "welcome") socket.send(JSON.stringify({ command: "subscribe", identifier }));
        else if (frame.type === "confirm_subscription") resolve();
        else if (frame.type === "reject_subscription") reject(new Error("The subscription was rejected."));
        else if (frame.message?.message) this.#heard(frame.message.message.created_at);
      });
    });
    await once(socket, "open");
    await confirmed;
  }

  #heard(createdAt: string): void {
    const nowMs = performance.timeOrigin + performance.now();
    // `Date.parse` keeps milliseconds; the rest of the six digits is added.
    this.#latencies.push(nowMs - Date.parse(createdAt) - Number(createdAt.slice(23, 26)) / 1000);
    if (this.#latencies.length === this.#wanted) this.#complete();
  }

  async #post(path: string, bearer: string, body: string): Promise<{ conversation: string }> {
    const response = await fetch(`${this.#backend.base}${path}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" },
      body: JSON.stringify({ client_id: randomUUID(), body }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { conversation: string };
  }
}
