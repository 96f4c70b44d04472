import { CablechatError, outcomeOf } from "../core/errors.ts";
import type { Clock, Fetch } from "../core/ports.ts";
import { decodeProblem } from "./decode.ts";

export interface HttpOptions {
  /** The mount point, e.g. `https://app.example.com/cablechat`. */
  endpoint: string;
  fetch: Fetch;
  clock: Clock;
  /** Gives up on a request when nothing has come for so long, in milliseconds. @default 15000 */
  timeoutMs?: number;
}

export interface HttpRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  query?: Readonly<Record<string, string | number | null | undefined>>;
  body?: unknown;
  /** The bearer secret; goes into a header and nowhere else. */
  bearer: string | null;
  signal?: AbortSignal | undefined;
}

/** No server is left alone for longer. Beyond 2³¹ ms a timer would fire at once, and again, and again. */
const DAY_MS = 86_400_000;

/** On a line in doubt, how long the first try may take to be answered; each further one twice as long. */
const DOUBTED_MS = 1_000;

/**
 * JSON over HTTP: one request, its answer as unknown JSON, every failure as a `CablechatError`.
 * Whatever goes this way may be asked twice: the contract's calls are idempotent (protocol/README.md, "REST").
 */
export class Http {
  readonly #options: HttpOptions;
  readonly #underWay = new Set<() => void>();
  #doubted = false;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  /**
   * The socket beside it was found silent, and the connections a browser keeps for requests may be as dead: what is
   * under way is asked anew, and until an answer comes a connection that gives none is soon left for another one.
   */
  doubtLine(): void {
    this.#doubted = true;
    for (const giveUp of [...this.#underWay]) giveUp();
  }

  /** @throws CablechatError `aborted`, `timeout`, `network`, `not_json`, or what the server's status and `code` say */
  async request(request: HttpRequest): Promise<unknown> {
    const { timeoutMs = 15_000 } = this.#options;
    for (let doubtedMs = DOUBTED_MS; ; doubtedMs *= 2) {
      const outcome = await outcomeOf(this.#ask(request, this.#doubted ? Math.min(doubtedMs, timeoutMs) : timeoutMs));
      if (!(outcome instanceof CablechatError)) return outcome;
      if (outcome.code !== "timeout" || !this.#doubted || doubtedMs >= timeoutMs) throw outcome;
    }
  }

  /** @param timeoutMs how long there may be no sign of an answer, or of its going on */
  async #ask(request: HttpRequest, timeoutMs: number): Promise<unknown> {
    const { fetch, clock } = this.#options;
    const { signal } = request;
    const controller = new AbortController();
    let code: "network" | "timeout" | "aborted" = "network";
    let cancelTimeout: () => void = () => undefined;
    const abort = () => {
      code = "aborted";
      controller.abort();
    };
    const giveUp = () => {
      code = "timeout";
      controller.abort();
    };
    const heard = () => {
      cancelTimeout();
      cancelTimeout = clock.setTimeout(giveUp, timeoutMs);
    };
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    this.#underWay.add(giveUp);
    heard();
    try {
      const response = await fetch(this.#url(request), init(request, controller.signal));
      this.#doubted = false;
      return await readAnswer(response, heard);
    } catch (error) {
      if (error instanceof CablechatError) throw error;
      // What else `fetch` rejects with is a TypeError that hides its reason on purpose: no network, or CORS.
      throw new CablechatError(code, `No answer (${code}).`, { retryable: true, cause: error });
    } finally {
      cancelTimeout();
      this.#underWay.delete(giveUp);
      signal?.removeEventListener("abort", abort);
    }
  }

  #url({ path, query = {} }: HttpRequest): string {
    const known = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
    const search = known.map(([name, value]) => `${name}=${encodeURIComponent(value as string)}`).join("&");
    return `${this.#options.endpoint.replace(/\/+$/, "")}${path}${search && `?${search}`}`;
  }
}

function init({ method, body, bearer }: HttpRequest, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (bearer !== null) headers["Authorization"] = `Bearer ${bearer}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  return { method, headers, signal, credentials: "omit", body: body === undefined ? null : JSON.stringify(body) };
}

/** What was asked for is done where the answer is empty on purpose (204): `null`. */
async function readAnswer(response: Response, heard: () => void): Promise<unknown> {
  const { ok, status } = response;
  if (status === 204) return null;
  const json = parse(await readText(response, heard));
  if (ok && json !== undefined) return json;
  if (ok) throw new CablechatError("not_json", "The endpoint did not answer JSON. Is it the mount point?", { status });
  const { code, detail, fields } = decodeProblem(json);
  throw new CablechatError(code ?? (status === 404 ? "not_found" : "request_failed"), detail ?? `HTTP ${status}`, {
    status,
    retryable: status >= 500 || status === 408 || status === 425 || status === 429,
    retryAfterMs: retryAfterMs(response),
    fields,
  });
}

/** Piece by piece, so that a slow line is told from a dead one. */
async function readText({ body }: Response, heard: () => void): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const piece = await reader?.read();
    text += decoder.decode(piece?.value, { stream: true });
    if (!piece || piece.done) return text + decoder.decode();
    heard();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The named case: a proxy's HTML page or an empty body. The caller turns it into an error with the status.
    return undefined;
  }
}

/** Seconds only: a date would be compared with this machine's clock, which may be wrong. */
function retryAfterMs(response: Response): number | undefined {
  const seconds = Number.parseFloat(response.headers.get("Retry-After") ?? "");
  return seconds >= 0 ? Math.min(seconds * 1000, DAY_MS) : undefined;
}
