import { CablechatError } from "../core/errors.ts";
import { outcomeOf } from "../core/outcome.ts";
import type { Clock, Fetch } from "../core/ports.ts";
import { decodeProblem } from "./decode.ts";

export interface HttpOptions {
  /** The mount point, e.g. `https://app.example.com/cablechat`. */
  endpoint: string;
  fetch: Fetch;
  clock: Clock;
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

/** Asks as one reader, below one path. @throws CablechatError as `Http.request` does */
export type Ask = (
  method: HttpRequest["method"],
  below: string,
  rest: Pick<HttpRequest, "query" | "body" | "signal">,
) => Promise<unknown>;

/** Gives up on a request when nothing has come for so long. */
const TIMEOUT_MS = 15_000;

/** On a line in doubt, how long the first try may take to be answered; each further one twice as long. */
const DOUBTED_MS = 1_000;

/** No server is left alone for longer. Beyond 2³¹ ms a timer would fire at once, and again, and again. */
const DAY_MS = 86_400_000;

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
    for (const giveUp of this.#underWay) giveUp();
  }

  /**
   * @param path what the reader's calls are below, e.g. `/webchats/acme`
   * @param bearer the bearer secret at the time of a call; `null` before there is one
   */
  reader(path: string, bearer: () => string | null): Ask {
    return (method, below, rest) => this.request({ method, path: path + below, bearer: bearer(), ...rest });
  }

  /** @throws CablechatError `aborted`, `timeout`, `network`, `not_json`, or what the server's status and `code` say */
  async request(request: HttpRequest): Promise<unknown> {
    for (let doubtedMs = DOUBTED_MS; ; doubtedMs *= 2) {
      const outcome = await outcomeOf(this.#ask(request, this.#doubted ? Math.min(doubtedMs, TIMEOUT_MS) : TIMEOUT_MS));
      if (!(outcome instanceof CablechatError)) return outcome;
      if (outcome.code !== "timeout" || !this.#doubted || doubtedMs > TIMEOUT_MS) throw outcome;
    }
  }

  /** @param timeoutMs how long there may be no sign of an answer, or of its going on */
  async #ask({ method, path, query = {}, body, bearer, signal }: HttpRequest, timeoutMs: number): Promise<unknown> {
    const { endpoint, fetch, clock } = this.#options;
    const known = Object.entries(query).flatMap(([name, value]) =>
      value == null ? [] : `${name}=${encodeURIComponent(value)}`,
    );
    const search = known.join("&");
    const controller = new AbortController();
    const giveUp = () => controller.abort("timeout");
    const abort = () => controller.abort("aborted");
    let cancelTimeout: () => void = () => undefined;
    const heard = () => {
      cancelTimeout();
      cancelTimeout = clock.setTimeout(giveUp, timeoutMs);
    };
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    this.#underWay.add(giveUp);
    heard();
    try {
      const response = await fetch(endpoint.replace(/\/+$/, "") + path + (search && `?${search}`), {
        method,
        headers: {
          Accept: "application/json",
          ...(bearer !== null && { Authorization: `Bearer ${bearer}` }),
          ...(body !== undefined && { "Content-Type": "application/json" }),
        },
        body: body === undefined ? null : JSON.stringify(body),
        credentials: "omit",
        signal: controller.signal,
      });
      this.#doubted = false;
      return await readAnswer(response, heard);
    } catch (cause) {
      if (cause instanceof CablechatError) throw cause;
      // What else `fetch` rejects with is a TypeError that hides its reason on purpose: no network, or CORS.
      const code = (controller.signal.reason as "timeout" | "aborted" | undefined) ?? "network";
      throw new CablechatError(code, `No answer (${code}).`, { retryable: true, cause });
    } finally {
      cancelTimeout();
      this.#underWay.delete(giveUp);
      signal?.removeEventListener("abort", abort);
    }
  }
}

/** What was asked for is done where the answer is empty on purpose (204): `null`. */
async function readAnswer(response: Response, heard: () => void): Promise<unknown> {
  const { ok, status, headers } = response;
  if (status === 204) return null;
  const json = parse(await readText(response, heard));
  if (ok && json !== undefined) return json;
  if (ok) throw new CablechatError("not_json", "No JSON came. Is the endpoint the mount point?", { status });
  const { code, detail, fields } = decodeProblem(json);
  const seconds = Number.parseFloat(headers.get("Retry-After") ?? "");
  throw new CablechatError(code ?? (status === 404 ? "not_found" : "request_failed"), detail ?? `HTTP ${status}`, {
    status,
    retryable: status >= 500 || [408, 425, 429].includes(status),
    // Seconds only: a date would be compared with this machine's clock, which may be wrong.
    ...(seconds >= 0 && { retryAfterMs: Math.min(seconds * 1000, DAY_MS) }),
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
