import { randomBytes, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Widget } from "../../test/browser/support/widget.ts";
import type { PeerConfig } from "./pages/peer-chat.ts";
import type { Arena, EnteredChat } from "./stage.ts";

const FIRST = "Hello";

/** A chat over one of the field's clients, on a page of its own, bundled as its documentation has it. */
export async function enterPeer(
  { context, site, proxy, backend }: Arena,
  name: "stock" | "anycable",
): Promise<EnteredChat> {
  const session = randomBytes(32).toString("base64url");
  const config: PeerConfig = {
    base: `${proxy.origin}${new URL(backend.base).pathname}`,
    cable: `${proxy.webSocketOrigin}${new URL(backend.cable).pathname}`,
    webchat: backend.webchat,
    session,
    conversation: await begin(backend, session),
  };
  const page = await context.newPage();
  await page.goto(site.put(`/${name}-${randomUUID()}`, { body: peerPage(config, await bundled(name)) }));
  const widget = new Widget(page, page.locator("main"));
  await widget.message(FIRST).waitFor();
  return { widget, conversation: config.conversation, written: [FIRST] };
}

/** The conversation's first message; @returns its id. A host application has made it before it renders the page. */
async function begin({ base, webchat }: Arena["backend"], session: string): Promise<string> {
  const response = await fetch(`${base}/webchats/${webchat}/messages`, {
    method: "POST",
    headers: { Authorization: `Bearer ${session}`, "Content-Type": "application/json" },
    body: JSON.stringify({ client_id: randomUUID(), body: FIRST }),
  });
  if (!response.ok) throw new Error(`The conversation could not begin: ${response.status}`);
  return ((await response.json()) as { conversation: string }).conversation;
}

function peerPage(config: PeerConfig, script: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A chat</title></head>
<body><main><ol></ol><form><input part="input" aria-label="Message"></form></main>
<script>window.peerConfig = ${JSON.stringify(config)}</script>
<script>${script}</script></body>
</html>`;
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
