import { randomBytes } from "node:crypto";
import { expectEqual, expectSchema } from "./expect.ts";

/** Where the backend under test is. */
export interface Target {
  /** The mount point, without a slash at the end. */
  readonly base: string;
  readonly cable: string;
  readonly agentToken: string;
  readonly webchat: string;
  readonly agentChannel: string;
}

export interface Call {
  readonly method?: string;
  /** Sent as JSON; a string or form is sent as it is. */
  readonly body?: unknown;
  readonly bearer?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** @default the backend's own, as a page beside it would have */
  readonly origin?: string | null;
}

export interface Result {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
  readonly text: string;
}

/** Plain HTTP to the backend, as a browser would send it. */
export class Backend {
  readonly target: Target;

  constructor(target: Target) {
    this.target = target;
  }

  get origin(): string {
    return new URL(this.target.base).origin;
  }

  async call(
    path: string,
    { method = "GET", body, bearer = null, headers = {}, origin = this.origin }: Call = {},
  ): Promise<Result> {
    const raw = typeof body === "string" || body instanceof FormData || body === undefined;
    const response = await fetch(`${this.target.base}${path}`, {
      method,
      headers: {
        Accept: "application/json",
        ...(origin === null ? {} : { Origin: origin }),
        ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
        ...(body === undefined || body instanceof FormData ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      body: raw ? ((body as string | FormData | undefined) ?? null) : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  }

  /** The answer, once it has that status and, given a schema, keeps to it. */
  async expect<T>(status: number, schema: string | null, path: string, call: Call = {}): Promise<T> {
    const { json } = await this.expectResult(status, schema, path, call);
    return json as T;
  }

  async expectResult(status: number, schema: string | null, path: string, call: Call = {}): Promise<Result> {
    const result = await this.call(path, call);
    expectEqual(result.status, status, `status of ${call.method ?? "GET"} ${path} (${result.text.slice(0, 300)})`);
    if (schema !== null) expectSchema(schema, result.json);
    return result;
  }

  /** A refusal: the status, RFC 9457, and the code. */
  async expectProblem(status: number, code: string, path: string, call: Call = {}): Promise<Result> {
    const result = await this.expectResult(status, "problem", path, call);
    const type = result.headers.get("content-type") ?? "";
    expectEqual(type.split(";")[0], "application/problem+json", "content type of a problem");
    expectEqual((result.json as { code: string }).code, code, "code");
    expectEqual((result.json as { status: number }).status, status, "status in the body");
    return result;
  }
}

/** As the widget makes one. */
export function newSession(): string {
  return randomBytes(32).toString("base64url");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The named case: no JSON. The schema or the claim complains of it.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
