import { randomUUID } from "node:crypto";
import { customerPage } from "../../test/browser/support/customer-page.ts";
import { Widget, watchForDoubles } from "../../test/browser/support/widget.ts";
import { beginConversation } from "./begin-conversation.ts";
import { scrollToFirst } from "./scroll-to-first.ts";
import type { Arena, EnteredChat } from "./stage.ts";

const FIRST = "Hello";

/** The built widget on a customer's page, open and visible. */
export async function enterCablechat({ context, site, proxy, backend }: Arena): Promise<EnteredChat> {
  const page = await context.newPage();
  await watchForDoubles(page);
  const endpoint = `${proxy.origin}${new URL(backend.base).pathname}`;
  const attributes = { endpoint, webchat: backend.webchat, open: "" };
  await page.goto(site.put(`/${randomUUID()}`, { body: customerPage({ attributes }) }));
  const widget = new Widget(page);
  await widget.input.waitFor();
  const conversation = await beginConversation(widget, FIRST);
  return { widget, conversation, written: [FIRST], showAll: (count) => scrollToFirst(widget, count) };
}
