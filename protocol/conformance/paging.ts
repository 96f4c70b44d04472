import type { WireMessage, WirePage } from "./wire.ts";

export interface PageQuery {
  readonly after_id?: string | undefined;
  readonly before_id?: string | undefined;
  readonly revision?: number | undefined;
  readonly limit?: number | undefined;
}

export function pagePath(path: string, query: PageQuery): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
}

/** Rows of all pages, in the order they came. Goes on by revision where it began so, else by the last id. */
export async function collect(ask: (query: PageQuery) => Promise<WirePage>, query: PageQuery): Promise<WireMessage[]> {
  const rows: WireMessage[] = [];
  let next = query;
  for (let pages = 0; pages < 1_000; pages += 1) {
    const page = await ask(next);
    rows.push(...page.messages);
    if (!page.has_more) return rows;
    const last = page.messages.at(-1);
    if (!last) throw new Error("A page says there is more, but has no row.");
    const byRevision = query.revision !== undefined;
    next = byRevision ? { ...query, revision: page.revision } : { ...query, after_id: last.id };
  }
  throw new Error("The pages have no end.");
}

/** What a reader knows after all these rows: the last one of each id, in the order of the conversation. */
export function merged(rows: readonly WireMessage[]): WireMessage[] {
  const byId = new Map<string, WireMessage>();
  for (const row of rows) {
    const known = byId.get(row.id);
    if (!known || known.revision <= row.revision) byId.set(row.id, row);
  }
  return [...byId.values()].sort((a, b) => (a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : 0));
}
