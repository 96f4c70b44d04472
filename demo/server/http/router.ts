import type { Answer } from "./answer.ts";
import type { HttpRequest } from "./http-request.ts";
import { notFound, Problem } from "./problem.ts";

export type Handler = (request: HttpRequest) => Answer | Promise<Answer>;

interface Route {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handler: Handler;
}

/** Which handler answers which method and path. A segment that begins with `:` is a parameter, `*` takes the rest. */
export class Router {
  readonly #routes: Route[] = [];

  on(method: string, pattern: string, handler: Handler): this {
    this.#routes.push({ method, segments: pattern.split("/"), handler });
    return this;
  }

  /** The methods the path knows; empty where there is no such path. */
  methods(path: string): string[] {
    const methods = this.#routes.filter(({ segments }) => match(segments, path)).map(({ method }) => method);
    return [...new Set(methods)];
  }

  /** @throws Problem `not_found`, `method_not_allowed` */
  async answer(request: HttpRequest): Promise<Answer> {
    const method = request.method === "HEAD" ? "GET" : request.method;
    for (const route of this.#routes) {
      const params = route.method === method ? match(route.segments, request.path) : null;
      if (params) {
        request.params = params;
        return route.handler(request);
      }
    }
    const allowed = this.methods(request.path);
    if (allowed.length === 0) throw notFound("path");
    throw new Problem("method_not_allowed", `Use ${allowed.join(" or ")} here.`, {
      headers: { Allow: allowed.join(", ") },
    });
  }
}

function match(segments: readonly string[], path: string): Record<string, string> | null {
  const given = path.split("/");
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    if (segment === "*") {
      params["rest"] = given.slice(index).join("/");
      return params;
    }
    const value = decode(given[index]);
    if (value === null) return null;
    if (segment.startsWith(":") && value !== "") params[segment.slice(1)] = value;
    else if (segment !== value) return null;
  }
  return given.length === segments.length ? params : null;
}

function decode(segment: string | undefined): string | null {
  if (segment === undefined) return null;
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    // The named case: a broken percent-escape. No route has such a path.
    if (error instanceof URIError) return null;
    throw error;
  }
}
