import type { Fetch } from "../../src/core/ports.ts";

export interface SeenRequest {
  readonly url: string;
  readonly init: RequestInit;
}

type Reply = Response | Error | "hang";

/** A `fetch` that gives the replies it was told to, in order; `"hang"` answers only to an abort. */
export class ScriptedFetch {
  readonly requests: SeenRequest[] = [];
  readonly #replies: Reply[];

  constructor(...replies: Reply[]) {
    this.#replies = replies;
  }

  readonly fetch: Fetch = async (url, init) => {
    this.requests.push({ url, init });
    const reply = this.#replies.shift();
    if (!reply) throw new Error(`Nobody expected ${url}.`);
    if (init.signal?.aborted) throw abortError();
    if (reply === "hang") return hang(init.signal);
    if (reply instanceof Error) throw reply;
    return reply;
  };

  get last(): SeenRequest {
    const request = this.requests.at(-1);
    if (!request) throw new Error("Nothing was asked.");
    return request;
  }
}

/** An answer as JSON. */
export function answer(json: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(json), { status, headers: { "Content-Type": "application/json", ...headers } });
}

function hang(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(abortError()), { once: true });
  });
}

function abortError(): DOMException {
  return new DOMException("The operation was aborted.", "AbortError");
}
