import type { Readable } from "node:stream";
import type { Problem } from "./problem.ts";

/** What goes back for a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | Readable | null;
}

type Headers = Readonly<Record<string, string>>;

/** JSON that belongs to one reader. */
export function json(
  value: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Headers } = {},
): Answer {
  return {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", ...headers },
    body: JSON.stringify(value),
  };
}

export function problemAnswer(problem: Problem): Answer {
  const headers = { "Content-Type": "application/problem+json; charset=utf-8", ...problem.headers };
  return json(problem, { status: problem.status, headers });
}

export function empty(status: number, headers: Headers = {}): Answer {
  return { status, headers, body: null };
}
