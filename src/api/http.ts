import { CablechatError } from "../core/errors.ts";
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

/** No server is left alone for longer. Beyond 2³¹ ms a timer would fire at once, and again, and again. */
const DAY_MS = 86_400_000;

/** JSON over HTTP: one request, its answer as unknown JSON, every failure as a `CablechatError`. */
export class Http {
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  /** @throws CablechatError `aborted`, `timeout`, `network`, `not_json`, or what the server's status and `code` say */
  async request(request: HttpRequest): Promise<unknown> {
    const { fetch, clock, timeoutMs = 15_000 } = this.#options;
    const { signal } = request;
    const controller = new AbortController();
    let code: "network" | "timeout" | "aborted" = "network";
    const abort = () => {
      code = "aborted";
      controller.abort();
    };
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    const cancelTimeout = clock.setTimeout(() => {
      code = "timeout";
      controller.abort();
    }, timeoutMs);
    try {
      return await readAnswer(await fetch(this.#url(request), init(request, controller.signal)));
    } catch (error) {
      if (error instanceof CablechatError) throw error;
      // What else `fetch` rejects with is a TypeError that hides its reason on purpose: no network, or CORS.
      throw new CablechatError(code, `No answer (${code}).`, { retryable: true, cause: error });
    } finally {
      cancelTimeout();
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
async function readAnswer(response: Response): Promise<unknown> {
  const { ok, status } = response;
  if (status === 204) return null;
  const json = parse(await response.text());
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
