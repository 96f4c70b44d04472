import type { ShownMessage } from "../../src/core/message.ts";
import type { BackendConversation, LogRow } from "./backend-conversation.ts";
import type { World } from "./world.ts";

/** What still differs between what the visitor sees and what the backend's log holds; `null` when nothing does. */
export function difference(world: World): string | null {
  const { chat } = world.page;
  const conversation = world.backend.latest;
  const unsent = chat.messages.find(({ delivery }) => delivery === "pending");
  if (unsent) return `"${unsent.body}" is still pending`;
  const lost = lostMessage(world);
  if (lost !== null) return lost;
  if (!conversation)
    return chat.messages.some(({ id }) => id !== null) ? "messages of no conversation are shown" : null;
  const { state } = chat.connection;
  if (state !== "connected" || !chat.connection.caughtUp) return `the connection is ${JSON.stringify(chat.connection)}`;
  if (conversation.log.some((row) => row.state === "streaming")) return "a reply is still being written";
  return differenceFromLog(world, conversation);
}

/** What was written and kept is in the log once, in the order written; or was refused, or given up. */
function lostMessage(world: World): string | null {
  const { backend, browser, written, discarded, page, network } = world;
  const places = new Map<string, number>();
  let place = 0;
  for (const { log } of backend.conversations) {
    for (const { clientId } of log) {
      if (clientId === null) continue;
      if (places.has(clientId)) return `"${clientId}" is in the log twice`;
      places.set(clientId, place++);
    }
  }
  let last = -1;
  for (const { clientId, body } of written) {
    const at = places.get(clientId);
    if (at === undefined) {
      if (discarded.has(clientId) || !browser.everStored.has(clientId)) continue;
      const shown = page.chat.messages.find((message) => message.clientId === clientId);
      if (shown?.delivery === "failed" && network.refused.has(clientId)) continue;
      return `"${body}" was lost`;
    }
    if (network.refused.has(clientId)) continue;
    // A page that dies before it has seen what earlier ones left can only go by the wall clock.
    if (at < last && !(world.clockWentBack && world.crashed)) return `"${body}" was sent out of order`;
    last = at;
  }
  return null;
}

function differenceFromLog({ page, backend }: World, conversation: BackendConversation): string | null {
  const { chat } = page;
  const placed = chat.messages.filter(({ id }) => id !== null);
  const shown = placed.filter(({ id }) => conversation.find(id ?? ""));
  const others = placed.length > shown.length;
  const first = conversation.log.findIndex(({ id }) => id === shown[0]?.id);
  const expected = chat.hasMoreBefore && !others ? conversation.log.slice(Math.max(0, first)) : conversation.log;
  const ids = shown.map(({ id }) => id).join(" ");
  const wanted = expected.map(({ id }) => id).join(" ");
  if (ids !== wanted) return `shown are the messages ${ids}; the log has ${wanted}`;
  for (const [index, row] of expected.entries()) {
    const message = shown[index];
    if (message && !agrees(message, row, backend.options.revisions)) {
      return `message ${row.id} is shown as ${message.state} "${message.body}", but is ${row.state} "${row.body}"`;
    }
  }
  return null;
}

/** Without revisions a change of something old cannot be asked for; but nothing streams for ever, and nothing is made up. */
function agrees(message: ShownMessage, row: LogRow, revisions: boolean): boolean {
  if (message.state === row.state && message.body === row.body) return true;
  if (revisions || message.state === "streaming") return false;
  return row.state === "deleted" || row.editedAt !== null ? row.texts.has(message.body) : false;
}
