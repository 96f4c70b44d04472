import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve, sep } from "node:path";
import { root } from "../../scripts/support/root.ts";

/** What a path answers. */
export interface ServedPage {
  readonly body: string;
  /** @default 200 */
  readonly status?: number;
  /** @default an HTML page in UTF-8 that nobody keeps */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where the built scripts are taken from: the committed build, or another one that is to be tried. */
const DIST = resolve(root, process.env["CABLECHAT_DIST"] ?? "dist");
const HTML = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
const SCRIPT = {
  "Content-Type": "text/javascript; charset=utf-8",
  "Cache-Control": "public, max-age=3600",
  "Access-Control-Allow-Origin": "*",
};

/** A site of somebody's own: the pages it is given, and the built scripts under `/dist/`. */
export class PageServer {
  readonly #server: Server;
  readonly #pages = new Map<string, ServedPage>();

  private constructor(server: Server) {
    this.#server = server;
    server.on("request", (request, response) => this.#answer(request, response));
  }

  /** Starts one on 127.0.0.1, on a free port. */
  static async listen(): Promise<PageServer> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return new PageServer(server);
  }

  /** `http://127.0.0.1:PORT` */
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on `path` answers this. @returns the page's URL */
  put(path: string, page: ServedPage): string {
    this.#pages.set(path, page);
    return this.origin + path;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((done) => this.#server.close(() => done()));
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(`http://host${request.url ?? "/"}`);
    const page = this.#pages.get(pathname);
    if (page) response.writeHead(page.status ?? 200, { ...HTML, ...page.headers }).end(page.body);
    else if (pathname.startsWith("/dist/")) void this.#answerScript(pathname.slice("/dist/".length), response);
    else response.writeHead(404, HTML).end("<!doctype html><title>Not found</title>");
  }

  async #answerScript(name: string, response: ServerResponse): Promise<void> {
    const path = resolve(DIST, name);
    const bytes = path.startsWith(DIST + sep) ? await bytesOf(path) : null;
    if (bytes) response.writeHead(200, SCRIPT).end(bytes);
    else response.writeHead(404, HTML).end(`There is no ${name} in ${DIST}. Run "npm run build".`);
  }
}

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    // The named case: it has not been built.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
