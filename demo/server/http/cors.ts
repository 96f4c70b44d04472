import { type Answer, empty } from "./answer.ts";
import type { HttpRequest } from "./http-request.ts";
import { originAllowed } from "./origins.ts";
import { Problem } from "./problem.ts";

/**
 * Cross-origin rules of the REST part (Fetch standard, section 3.2). Credentials are never allowed: there are no cookies.
 */
export class Cors {
  readonly #allowed: readonly string[] | null;

  constructor(allowed: readonly string[] | null) {
    this.#allowed = allowed;
  }

  /** @throws Problem `origin_not_allowed` */
  check({ origin }: HttpRequest): void {
    if (originAllowed(origin, this.#allowed)) return;
    const detail = `${origin} is not among the allowed origins of this webchat. Add it there (CABLECHAT_ORIGINS).`;
    throw new Problem("origin_not_allowed", detail);
  }

  preflight(methods: readonly string[]): Answer {
    return empty(204, {
      "Access-Control-Allow-Methods": methods.join(", "),
      "Access-Control-Allow-Headers": "Authorization, Content-Type, If-None-Match",
      "Access-Control-Max-Age": "600",
    });
  }

  /** What every answer carries. */
  headers({ origin, method }: HttpRequest): Record<string, string> {
    const vary = { Vary: "Origin" };
    if (origin === null) return vary;
    const exposed = { "Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": "ETag, Retry-After" };
    if (originAllowed(origin, this.#allowed)) return { ...vary, ...exposed };
    // The refusal itself may be read, so that the widget can name its cause to a developer. It carries nothing else,
    // and a preflight is refused outright.
    return method === "OPTIONS" ? vary : { ...vary, ...exposed };
  }
}
