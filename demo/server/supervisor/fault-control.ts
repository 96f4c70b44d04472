import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Problem } from "../http/problem.ts";
import { readJson } from "../http/request-body.ts";
import type { ServerProcess } from "./server-process.ts";

export interface FaultControl {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** From now on pages of this server's own port may use it. */
  allow(origin: string): void;
  close(): void;
}

/**
 * Stops, kills and starts the server for the demo page's buttons. It has a port of its own, since it must answer while
 * the server is down; loopback only, and no page but the demo's may call it.
 */
export function listenFaultControl(server: ServerProcess): Promise<FaultControl> {
  const allowed = new Set<string>();
  const http = createServer((request, response) => {
    void answer(request, server, allowed).then(({ status, body }) => respond(request, response, status, body, allowed));
  });
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(0, "127.0.0.1", () => {
      const { port } = http.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${port}`,
        allow: (origin) => {
          const { port: own } = new URL(origin);
          for (const host of ["127.0.0.1", "localhost", "[::1]"]) allowed.add(`http://${host}${own ? `:${own}` : ""}`);
        },
        close: () => {
          http.close();
          http.closeAllConnections();
        },
      });
    });
  });
}

async function answer(request: IncomingMessage, server: ServerProcess, allowed: ReadonlySet<string>) {
  const { method = "GET", url = "/" } = request;
  const { origin } = request.headers;
  const local = /^(?:127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? "");
  if (!local || (origin !== undefined && !allowed.has(origin))) return { status: 403, body: { state: "refused" } };
  try {
    if (method === "OPTIONS") return { status: 204, body: null };
    if (method === "POST" && url === "/stop") await server.stop(await howOf(request));
    else if (method === "POST" && url === "/start") await server.start();
    else if (method !== "GET" || url !== "/state") return { status: 404, body: { state: server.state } };
    return { status: 200, body: { state: server.state, pid: server.pid } };
  } catch (error) {
    // Starting twice, or a body that is no JSON: the page is told, and shows it.
    if (!(error instanceof Error)) throw error;
    return {
      status: error instanceof Problem ? error.status : 409,
      body: { state: server.state, error: error.message },
    };
  }
}

async function howOf(request: IncomingMessage): Promise<"term" | "kill"> {
  const body = (await readJson(request)) as { how?: unknown } | null;
  return body?.how === "kill" ? "kill" : "term";
}

function respond(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: object | null,
  allowed: ReadonlySet<string>,
): void {
  const { origin } = request.headers;
  const cors = {
    "Access-Control-Allow-Origin": origin ?? "",
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Content-Type",
  };
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    Vary: "Origin",
    ...(origin !== undefined && allowed.has(origin) ? cors : {}),
  });
  response.end(body === null ? undefined : JSON.stringify(body));
}
