import type { Json } from "./backend-conversation.ts";
import { answer, problem, type RestAnswer } from "./backend-rest.ts";
import type { RestFault } from "./conditions.ts";
import type { Network } from "./network.ts";
import type { SimPage } from "./sim-page.ts";

const encoder = new TextEncoder();
const BAD_GATEWAY: RestAnswer = { status: 502, body: "<h1>Bad Gateway</h1>" };

/** A request, its way to the backend and back. */
export class SimRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly response: Promise<Response>;
  readonly #network: Network;
  readonly page: SimPage;
  /** The session it is made under. */
  readonly bearer: string | null;
  readonly #init: RequestInit;
  readonly #body: Json | null;
  readonly #file: string | null;
  #settled = false;
  #resolve: (response: Response) => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;

  constructor(network: Network, page: SimPage, url: string, init: RequestInit) {
    this.#network = network;
    this.page = page;
    const { Authorization } = init.headers as Record<string, string>;
    this.bearer = Authorization?.replace(/^Bearer /, "") ?? null;
    this.#init = init;
    this.#body = typeof init.body === "string" ? (JSON.parse(init.body) as Json) : null;
    this.#file = init.body instanceof FormData ? (init.body.get("file") as File).name : null;
    const [path = "", query = ""] = url.replace(/^https?:\/\/[^/]+/, "").split("?");
    this.method = init.method ?? "GET";
    this.path = path;
    this.query = new URLSearchParams(query);
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    if (init.signal?.aborted) this.#fail(new DOMException("Aborted", "AbortError"));
    else this.#start();
  }

  /** Catch-up, not history. */
  get isCatchUp(): boolean {
    return this.method === "GET" && this.path.endsWith("/messages") && !this.query.has("before_id");
  }

  get isSend(): boolean {
    return this.method === "POST" && this.path.endsWith("/messages");
  }

  /** Of the reply that is to stop; `undefined` where it is none. */
  get cancelled(): string | undefined {
    return /([^/]+)\/cancel$/.exec(this.path)?.[1];
  }

  /** As whom the visitor is introduced; `null` where nobody is. */
  get contact(): string | null {
    return this.path.endsWith("/identity") ? String(this.#body?.["identifier"]) : null;
  }

  /** Of the message that is sent. */
  get clientId(): string {
    return String(this.#body?.["client_id"]);
  }

  #start(): void {
    const asked = () => `${this.method} ${this.path}?${this.query} ${this.#file ?? this.#init.body ?? ""}`;
    this.#network.tell(() => `  ${this.page.name} -> ${asked()}`);
    this.page.monitor.requestStarted(this);
    this.#init.signal?.addEventListener("abort", () => {
      if (this.#settled) return;
      this.page.monitor.requestEnded(this);
      this.#network.tell(() => `  ${this.page.name} xx ${this.method} ${this.path}`);
      this.#fail(new DOMException("Aborted", "AbortError"));
    });
    this.#after(this.#wayMs(), () => this.#arrive());
  }

  #arrive(): void {
    const { conditions, down } = this.#network;
    if (conditions.offline) return this.#lost();
    if (down) return conditions.downAnswers503 ? this.#answer(unavailable(2)) : this.#lost();
    const fault = conditions.restFaults.shift();
    if (fault) this.#suffer(fault);
    else this.#answer(this.#commit());
  }

  #suffer(fault: RestFault): void {
    const { random } = this.#network;
    switch (fault) {
      case "lost-before":
        return this.#lost();
      case "lost-after":
        this.#commit();
        return this.#lost();
      case "hang-before":
        return;
      case "hang-after":
        this.#commit();
        return;
      case "error-before":
        return this.#answer(problem(500, "server_error"));
      case "error-after":
        this.#commit();
        return this.#answer(BAD_GATEWAY);
      case "unavailable":
        return this.#answer(unavailable(random.between(1, 8)));
      case "too-many":
        return this.#answer(problem(429, "too_many_requests", { "Retry-After": String(random.between(1, 8)) }));
      case "timed-out":
        return this.#answer(problem(408, "request_timeout"));
      case "html":
        return this.#answer({ status: 200, body: "<!doctype html><title>Welcome to the hotel's network</title>" });
      case "empty-after":
        this.#commit();
        return this.#answer({ status: 200, body: "" });
      case "stalls-after":
        return this.#answer(this.#commit(), { stalls: true });
      case "refused":
        return this.#answer(this.isSend ? this.#refuse() : this.#commit());
    }
  }

  /** What is committed already is not refused: a send is idempotent for as long as its conversation exists. */
  #refuse(): RestAnswer {
    if (this.#network.backend.knows(this.clientId)) return this.#commit();
    this.#network.refused.add(this.clientId);
    return problem(422, "invalid");
  }

  #commit(): RestAnswer {
    const result = answer(this.#network.backend, {
      method: this.method,
      path: this.path.replace(/^\/cablechat/, ""),
      query: this.query,
      bearer: this.bearer,
      body: this.#body,
      file: this.#file,
    });
    if (this.isSend) this.#network.crash("before-response");
    return result;
  }

  #answer(result: RestAnswer, { stalls } = { stalls: false }): void {
    const what = `${this.method} ${this.path}`;
    const { conditions, down } = this.#network;
    // The server has died over it.
    if (down && !conditions.downAnswers503) return this.#lost();
    if (down && result.status < 500) return this.#answer(BAD_GATEWAY);
    this.#after(this.#wayMs(), () => {
      if (conditions.offline) return this.#lost();
      this.#toPage(() => {
        if (!stalls) this.page.monitor.answered(this, result);
        this.#network.tell(() => `  ${this.page.name} <- ${what} ${result.status} ${result.body.slice(0, 200)}`);
        this.#resolve(responseOf(result, stalls ? (this.#init.signal ?? null) : null));
      });
    });
  }

  #lost(): void {
    this.#after(this.#network.random.between(1, 400), () =>
      this.#toPage(() => this.#reject(new TypeError("Failed to fetch"))),
    );
  }

  #toPage(settle: () => void): void {
    this.page.deliver(() => {
      if (this.#settled) return;
      const lateMs = this.page.meet("answer");
      if (lateMs === null) return;
      if (lateMs > 0) return this.#after(lateMs, () => this.#toPage(settle));
      this.#settled = true;
      this.page.monitor.requestEnded(this);
      settle();
    });
  }

  #fail(reason: unknown): void {
    this.#settled = true;
    this.#reject(reason);
  }

  #after(delayMs: number, what: () => void): void {
    this.#network.clock.setTimeout(what, delayMs);
  }

  #wayMs(): number {
    const { clock, conditions, random } = this.#network;
    return clock.now() < conditions.slowUntil ? random.between(800, 4_000) : random.between(4, 80);
  }
}

function unavailable(seconds: number): RestAnswer {
  return problem(503, "unavailable", { "Retry-After": String(seconds) });
}

/**
 * As much of a `Response` as `Http` reads; a real one costs the simulation half its time.
 *
 * @param stallsUntil the body stops in its middle, until this aborts; `null` for a whole body
 */
function responseOf({ status, headers = {}, body }: RestAnswer, stallsUntil: AbortSignal | null): Response {
  const bytes = encoder.encode(stallsUntil ? body.slice(0, body.length / 2) : body);
  const pieces: ReadableStreamReadResult<Uint8Array>[] = [{ value: bytes, done: false }];
  const read = () => {
    const piece = pieces.shift();
    if (piece || !stallsUntil) return Promise.resolve(piece ?? { value: undefined, done: true });
    return new Promise((_resolve, reject) => {
      stallsUntil.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
    });
  };
  const response = {
    ok: status >= 200 && status < 300,
    status,
    headers: { get: (name: string) => headers[name] ?? null },
    body: { getReader: () => ({ read }) },
  };
  return response as unknown as Response;
}
