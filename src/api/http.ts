import { CablechatError, type CablechatErrorCode } from "../core/errors.ts";
import type { Clock, Fetch } from "../core/ports.ts";
import { decodeProblem } from "./decode.ts";

export interface HttpOptions {
  /** The mount point, e.g. `https://app.example.com/cablechat`. */
  endpoint: string;
  fetch: Fetch;
  clock: Clock;
  /** Gives up on a request after so long, in milliseconds. @default 15000 */
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

const RETRYABLE_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);

/** JSON over HTTP: one request, its answer as unknown JSON, every failure as a `CablechatError`. */
export class Http {
  readonly #endpoint: string;
  readonly #fetch: Fetch;
  readonly #clock: Clock;
  readonly #timeoutMs: number;

  constructor({ endpoint, fetch, clock, timeoutMs = 15_000 }: HttpOptions) {
    this.#endpoint = endpoint.replace(/\/+$/, "");
    this.#fetch = fetch;
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
  }

  /** @throws CablechatError `aborted`, `timeout`, `network`, `not_json`, or what the server's status and `code` say */
  async request(request: HttpRequest): Promise<unknown> {
    const controller = new AbortController();
    const abort = () => controller.abort();
    request.signal?.addEventListener("abort", abort, { once: true });
    if (request.signal?.aborted) abort();
    let timedOut = false;
    const cancelTimeout = this.#clock.setTimeout(() => {
      timedOut = true;
      abort();
    }, this.#timeoutMs);
    try {
      const response = await this.#fetch(this.#url(request), this.#init(request, controller.signal));
      return await readAnswer(response);
    } catch (error) {
      if (error instanceof CablechatError) throw error;
      if (request.signal?.aborted) throw new CablechatError("aborted", "The request was given up.", { cause: error });
      if (timedOut) {
        throw new CablechatError("timeout", `No answer within ${this.#timeoutMs} ms.`, { retryable: true, cause: error });
      }
      // Everything else `fetch` rejects with is a TypeError that hides its reason on purpose: no network, or CORS.
      throw new CablechatError("network", "The server could not be reached.", { retryable: true, cause: error });
    } finally {
      cancelTimeout();
      request.signal?.removeEventListener("abort", abort);
    }
  }

  #url({ path, query = {} }: HttpRequest): string {
    const pairs = Object.entries(query).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
    );
    return `${this.#endpoint}${path}${pairs.length > 0 ? `?${pairs.join("&")}` : ""}`;
  }

  #init({ method, body, bearer }: HttpRequest, signal: AbortSignal): RequestInit {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (bearer !== null) headers["Authorization"] = `Bearer ${bearer}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    return {
      method,
      headers,
      signal,
      credentials: "omit",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
  }
}

async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text();
  const json = parse(text);
  if (response.ok) {
    if (json === undefined) {
      throw new CablechatError("not_json", "The endpoint answered something that is not JSON. Is it the mount point?", {
        status: response.status,
      });
    }
    return json;
  }
  const problem = decodeProblem(json);
  throw new CablechatError(problem.code ?? codeOf(response.status), problem.detail ?? `HTTP ${response.status}`, {
    status: response.status,
    retryable: RETRYABLE_STATUSES.has(response.status),
    retryAfterMs: retryAfterMs(response),
    fields: problem.fields,
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The named case: a proxy's HTML page or an empty body. The caller turns it into an error with the status.
    return undefined;
  }
}

function codeOf(status: number): CablechatErrorCode {
  if (status === 404) return "not_found";
  if (status === 429) return "too_many_requests";
  if (status === 413) return "payload_too_large";
  if (status === 503) return "unavailable";
  return status >= 500 ? "server_error" : "request_failed";
}

/** Seconds only: a date would be compared with this machine's clock, which may be wrong. */
function retryAfterMs(response: Response): number | undefined {
  const seconds = Number.parseFloat(response.headers.get("Retry-After") ?? "");
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
