import { randomBytes, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "@playwright/test";
import { build } from "esbuild";
import { customerPage } from "../../test/browser/support/customer-page.ts";
import type { EmbeddedServer } from "../../test/support/embedded-server.ts";
import type { FaultProxy } from "../../test/support/fault-proxy.ts";
import type { PageServer } from "../../test/support/page-server.ts";
import type { WidgetPage } from "./pages/cablechat.ts";
import type { MeasuredPage, PeerConfig } from "./pages/peer.ts";

/** Where a contestant's page runs. */
export interface Arena {
  readonly browser: Browser;
  readonly server: EmbeddedServer;
  readonly site: PageServer;
  readonly proxy: FaultProxy;
}

/** A client on a page, connected and caught up. */
export interface Contestant {
  readonly conversation: string;
  /** @returns when it was confirmed and had the message, in wall-clock milliseconds */
  recovered(id: string): Promise<number>;
  close(): Promise<void>;
}

export interface ContestantKind {
  readonly name: string;
  enter(arena: Arena): Promise<Contestant>;
}

export const contestants: readonly ContestantKind[] = [
  { name: "Cablechat", enter: enterCablechat },
  { name: "stock @rails/actioncable 8.1", enter: (arena) => enterPeer(arena, "stock") },
  { name: "@anycable/web 1.1", enter: (arena) => enterPeer(arena, "anycable") },
];

/** The built widget on a customer's page, open and visible. */
async function enterCablechat({ browser, server, site, proxy }: Arena): Promise<Contestant> {
  const page = await browser.newPage();
  const attributes = { endpoint: `${proxy.origin}${new URL(server.base).pathname}`, webchat: "demo", open: "" };
  const after = `<script>${await bundled("cablechat")}</script>`;
  await page.goto(site.put(`/cablechat-${randomUUID()}`, { body: customerPage({ attributes, after }) }));
  const conversation = await page.evaluate(() => (window as unknown as WidgetPage).begin());
  return contestant(page, conversation);
}

/** A client of the field on a page of its own, bundled as its documentation has it. */
async function enterPeer({ browser, server, site, proxy }: Arena, name: "stock" | "anycable"): Promise<Contestant> {
  const session = randomBytes(32).toString("base64url");
  const response = await fetch(`${server.base}/webchats/demo/messages`, {
    method: "POST",
    headers: { Authorization: `Bearer ${session}`, "Content-Type": "application/json" },
    body: JSON.stringify({ client_id: randomUUID(), body: "Hello" }),
  });
  const { id, conversation } = (await response.json()) as { id: string; conversation: string };
  const config: PeerConfig = {
    base: `${proxy.origin}${new URL(server.base).pathname}`,
    cable: `${proxy.webSocketOrigin}${new URL(server.cable).pathname}`,
    webchat: "demo",
    session,
    conversation,
    lastId: id,
  };
  const scripts = `<script>window.peerConfig=${JSON.stringify(config)}</script><script>${await bundled(name)}</script>`;
  const page = await browser.newPage();
  await page.goto(site.put(`/${name}-${randomUUID()}`, { body: `<!doctype html><title>${name}</title>${scripts}` }));
  return contestant(page, conversation);
}

async function bundled(page: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`pages/${page}.ts`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

function contestant(page: Page, conversation: string): Contestant {
  return {
    conversation,
    recovered: (id) => page.evaluate((wanted) => (window as unknown as MeasuredPage).recovered(wanted), id),
    close: () => page.close(),
  };
}
