import type { IncomingMessage } from "node:http";
import { invalidField } from "./problem.ts";
import { readJson } from "./request-body.ts";

/** A request as the routes see it. */
export class HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly incoming: IncomingMessage;
  /** The parts of the path that a route names. */
  params: Readonly<Record<string, string>> = {};

  /** @throws TypeError where the target is no path */
  constructor(incoming: IncomingMessage) {
    const url = new URL(`http://host${incoming.url?.startsWith("/") ? incoming.url : "/"}`);
    this.incoming = incoming;
    this.method = incoming.method ?? "GET";
    this.path = url.pathname;
    this.query = url.searchParams;
  }

  get origin(): string | null {
    return this.incoming.headers.origin ?? null;
  }

  /** Where the client says it reached this server; only of a form that can stand in a URL. */
  get host(): string {
    const host = this.incoming.headers.host ?? "";
    return /^(?:[\w.-]+|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/.test(host) ? host : "localhost";
  }

  get address(): string {
    return this.incoming.socket.remoteAddress ?? "unknown";
  }

  /** The bearer secret; `null` where none was sent. Never to be logged. */
  get bearer(): string | null {
    const header = this.incoming.headers.authorization;
    if (header === undefined) return null;
    return /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? "";
  }

  param(name: string): string {
    return this.params[name] ?? "";
  }

  header(name: string): string | null {
    const value = this.incoming.headers[name];
    return typeof value === "string" ? value : null;
  }

  /** A whole number from the query. @throws Problem `invalid` */
  integer(name: string, { min = 0 }: { min?: number } = {}): number | null {
    const text = this.query.get(name);
    if (text === null || text === "") return null;
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= min)) throw invalidField(name, `must be a whole number, at least ${min}`);
    return value;
  }

  /** @throws Problem where the body is too large, no JSON, or not said to be */
  json(): Promise<unknown> {
    return readJson(this.incoming);
  }
}
