import type { Config } from "../config.ts";
import type { HttpRequest } from "../http/http-request.ts";
import type { Router } from "../http/router.ts";
import { staticFile } from "../http/static-file.ts";
import type { RoutesContext } from "./routes-context.ts";

const ROOT = new URL("../../../", import.meta.url);
const PUBLIC = new URL("demo/public/", ROOT);
const DIST = new URL("dist/", ROOT);
const SCRIPTS = ["cablechat.js", "cablechat-panel.js", "cablechat-more.js", "cablechat.full.js", "cablechat-desk.js"];

/** The customer's page, the agent's desk, and the built scripts as any site would load them. */
export function siteRoutes(router: Router, { config }: RoutesContext): void {
  // Scripts are for every site: they hold no secret, and `integrity` needs CORS.
  const anywhere = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };
  const page = (name: string) => (request: HttpRequest) =>
    staticFile(request, PUBLIC, name, pageHeaders(config, request));
  router.on("GET", "/", page("index.html")).on("GET", "/desk", page("desk.html"));
  for (const script of SCRIPTS) {
    router.on("GET", `/${script}`, (request) => staticFile(request, DIST, script, anywhere));
    router.on("GET", `/${script}.map`, (request) => staticFile(request, DIST, `${script}.map`, anywhere));
  }
  router.on("GET", "/dist/*", (request) => staticFile(request, DIST, request.param("rest"), anywhere));
  router.on("GET", "/demo/*", (request) => {
    return staticFile(request, PUBLIC, request.param("rest"), pageHeaders(config, request));
  });
}

/** As strict as a page can be, so that the demo proves what docs/security.md says of the widget. */
function pageHeaders({ controlUrl }: Config, { host }: HttpRequest): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ws://${host} wss://${host}${controlUrl === null ? "" : ` ${controlUrl}`}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
  };
}
