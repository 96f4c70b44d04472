import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Answer, problemAnswer } from "./answer.ts";
import type { Cors } from "./cors.ts";
import { HttpRequest } from "./http-request.ts";
import type { Log } from "./log.ts";
import { notFound, Problem } from "./problem.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import type { Router } from "./router.ts";

export interface HttpServerOptions {
  readonly router: Router;
  readonly cors: Cors;
  readonly limiter: RateLimiter;
  readonly log: Log;
}

/** Paths under this are for pages of other sites; the rest is this server's own. */
const API = "/cablechat/";
/** The largest file over a line as slow as the widget waits for (src/api/upload.ts), and some. */
const UPLOAD_MS = 15 * 60_000;
const RETRY_AFTER_STOPPING_S = "1";

/** From a socket to a route and back: origins, limits, problems and the log. */
export class HttpServer {
  readonly node: Server;
  readonly #options: HttpServerOptions;
  #stopping = false;
  #inFlight = 0;
  #idle: (() => void) | null = null;

  constructor(options: HttpServerOptions) {
    this.#options = options;
    this.node = createServer(
      { keepAliveTimeout: 30_000, headersTimeout: 60_000, requestTimeout: UPLOAD_MS },
      (incoming, response) => {
        void this.#serve(incoming, response);
      },
    );
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  /** From now on every new request is answered 503. Resolves when those under way have ended. */
  drain(): Promise<void> {
    this.#stopping = true;
    return new Promise((resolve) => {
      if (this.#inFlight === 0) resolve();
      else this.#idle = resolve;
    });
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    this.#inFlight += 1;
    let path = "";
    let status = 0;
    try {
      const request = new HttpRequest(incoming);
      path = request.path;
      const answer = await this.#answer(request);
      status = answer.status;
      await write(response, answer, this.#headers(request), request.method === "HEAD");
    } catch (error) {
      // The client has gone away in the middle; whatever else went wrong was made an answer before.
      status ||= 499;
      response.destroy();
      if (!isAbort(error)) this.#options.log(`error ${String(error)}`);
    } finally {
      this.#inFlight -= 1;
      if (this.#inFlight === 0) this.#idle?.();
      this.#options.log(`${incoming.method} ${path} ${status} ${(performance.now() - began).toFixed(1)} ms`);
    }
  }

  async #answer(request: HttpRequest): Promise<Answer> {
    try {
      return await this.#route(request);
    } catch (error) {
      if (error instanceof Problem) return problemAnswer(error);
      if (isAbort(error)) throw error;
      this.#options.log(`error ${error instanceof Error ? error.stack : String(error)}`);
      return problemAnswer(new Problem("server_error", "The cause is in the server's log. Trying again may help."));
    }
  }

  async #route(request: HttpRequest): Promise<Answer> {
    const { router, cors, limiter } = this.#options;
    if (this.#stopping) {
      const headers = { "Retry-After": RETRY_AFTER_STOPPING_S, Connection: "close" };
      throw new Problem("unavailable", "The server restarts. Try again in a second.", { headers });
    }
    if (request.path.startsWith(API)) {
      cors.check(request);
      const waitS = limiter.take(request.address);
      if (waitS > 0) throw tooMany(waitS);
      if (request.method === "OPTIONS") {
        const methods = router.methods(request.path);
        if (methods.length === 0) throw notFound("path");
        return cors.preflight(methods);
      }
    }
    return router.answer(request);
  }

  #headers(request: HttpRequest): Record<string, string> {
    const common = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };
    return request.path.startsWith(API) ? { ...common, ...this.#options.cors.headers(request) } : common;
  }
}

/** @param waitS seconds until it may be tried again */
export function tooMany(waitS: number): Problem {
  const headers = { "Retry-After": String(waitS) };
  return new Problem("too_many_requests", `Wait ${waitS} s before the next request.`, { headers });
}

async function write(
  response: ServerResponse,
  { status, headers, body }: Answer,
  common: Record<string, string>,
  headOnly: boolean,
): Promise<void> {
  const all: Record<string, string | number> = { ...common, ...headers };
  if (typeof body === "string" || Buffer.isBuffer(body)) all["Content-Length"] = Buffer.byteLength(body);
  response.writeHead(status, all);
  if (body instanceof Readable) {
    if (headOnly) body.destroy();
    else return pipeline(body, response);
  }
  response.end(headOnly || body instanceof Readable ? undefined : (body ?? undefined));
}

function isAbort(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ABORT_ERR";
}
