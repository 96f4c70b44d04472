import { expect } from "../../../test/browser/support/fixtures.ts";
import type { Widget } from "../../../test/browser/support/widget.ts";
import type { ClusterBackend } from "./cluster-backend.ts";

/** A row of PostgreSQL's, as it stands there: no page, no cursor and no serializer of the API in between. */
export interface Row {
  readonly id: string;
  readonly body: string;
  readonly author_type: string;
  readonly state: string;
}

/** What the table of messages has of a conversation, in its order. */
export async function table(backend: ClusterBackend, conversation: string): Promise<readonly Row[]> {
  const response = await fetch(`${backend.origin}/demo/messages?conversation=${conversation}`);
  if (!response.ok) throw new Error(`The table could not be read: ${response.status}`);
  return ((await response.json()) as { messages: readonly Row[] }).messages;
}

/** Every row stands on the page once, in the table's order, the visitor's own as sent; and nothing else does. */
export async function expectPageIsTable(widget: Widget, backend: ClusterBackend): Promise<void> {
  const conversation = await widget.conversation();
  await expect(async () => {
    const rows = await table(backend, conversation);
    const seen = await widget.seen();
    expect(seen.map(({ id, state, text }) => ({ id, state, text }))).toEqual(
      rows.map(({ id, state, body, author_type }) => ({
        id,
        state: author_type === "visitor" ? "sent" : state,
        text: body,
      })),
    );
  }).toPass({ timeout: 30_000 });
  expect(await widget.doubles(), "messages drawn twice at some moment").toEqual([]);
}

/** Each of these messages is in the table exactly once, and no other is. */
export async function expectInTableOnce(backend: ClusterBackend, conversation: string, bodies: readonly string[]) {
  const rows = await table(backend, conversation);
  expect(rows.map(({ body }) => body).sort()).toEqual([...bodies].sort());
}
