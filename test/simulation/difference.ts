import type { ShownMessage } from "../../src/core/message.ts";
import { CONTACT } from "./backend.ts";
import type { BackendConversation } from "./backend-conversation.ts";
import { loadedOf } from "./loaded.ts";
import type { LogRow } from "./log-row.ts";
import type { SimPage } from "./sim-page.ts";
import { awaitsNextPage, diedWithItsPage, storageUntold } from "./unstored.ts";
import type { World, Written } from "./world.ts";

/**
 * A reply that was to stop, and goes on although the page where the visitor said so lives; `null` for none.
 *
 * @param isAsked whether it is enough that the page still asks
 */
export function unstopped({ backend, cancelled, tabs }: World, isAsked: boolean): string | null {
  if (cancelled.size === 0) return null;
  for (const page of tabs) {
    if (!page.alive) continue;
    for (const { id, state, conversation, stopping } of page.chat.messages) {
      if (id === null || (isAsked && stopping) || state !== "streaming" || !cancelled.get(id)?.has(page)) continue;
      const isOver = backend.isPast(conversation) || backend.latest?.find(id)?.state !== "streaming";
      if (!isOver) return `${page.name}: reply ${id} was to stop, and ${isAsked ? "nobody asks" : "goes on"}`;
    }
  }
  return null;
}

/** What still differs between what the visitor sees and what the backend's log holds; `null` when nothing does. */
export function difference(world: World): string | null {
  const { backend } = world;
  const conversation = backend.latest;
  const isPast = conversation !== null && backend.isPast(conversation.id);
  if (world.browserMonitor.sessions.size > 1 + backend.sessionsEnded + world.signOuts.count)
    return "the browser has made too many sessions";
  const unnamed = world.introductions.unfinished();
  if (unnamed !== null) return unnamed;
  for (const page of world.tabs) {
    const unfinished = stillUnderWay(page, conversation !== null, isPast);
    if (unfinished !== null) return `${page.name}: ${unfinished}`;
  }
  const untold = storageUntold(world);
  if (untold !== null) return untold;
  const lost = lostMessage(world);
  if (lost !== null || !conversation || isPast) return lost;
  if (conversation.log.some((row) => row.state === "streaming")) return "a reply is still being written";
  for (const page of world.tabs) {
    const different = differenceFromLog(world, page, conversation);
    if (different !== null) return `${page.name}: ${different}`;
  }
  return null;
}

function stillUnderWay({ alive, chat }: SimPage, conversationExists: boolean, isPast: boolean): string | null {
  if (!alive) return "is being loaded anew";
  const unsent = chat.messages.find(({ delivery }) => delivery === "pending");
  if (unsent) return `"${unsent.body}" is still pending`;
  if (!conversationExists) {
    return chat.messages.some(({ id }) => id !== null) ? "messages of no conversation are shown" : null;
  }
  if (isPast) return chat.conversation ? "follows a conversation whose session has ended" : null;
  const { state } = chat.connection;
  return state === "connected" && chat.connection.caughtUp ? null : `the connection is ${state}`;
}

/** What was written and kept is in the log once, in the order written in its tab; or was refused, or given up. */
function lostMessage(world: World): string | null {
  const { backend, browser, written, discarded, network } = world;
  const places = new Map<string, { at: number; row: LogRow }>();
  for (const [place, row] of backend.taken.entries()) {
    const { clientId } = row;
    if (clientId === null) continue;
    const before = places.get(clientId);
    // What a visitor who has signed out had sent may arrive late; where it could not be removed, the next session has sent it, too.
    const isLate = browser.faults.leftBehind.has(clientId) && backend.wasLeft(row.session);
    // The next session's conversation knows nothing of what an ended one was sent.
    if (before && !backend.isOver(before.row.session) && !isLate) return `"${clientId}" is in the log twice`;
    // What an ended session was sent stands where it was sent first.
    places.set(clientId, { at: before?.at ?? place, row });
  }
  const last = new Map<string, number>();
  for (const message of written) {
    const { clientId, body, files, tab } = message;
    const found = places.get(clientId);
    // It may have been given up in its middle.
    if (world.signOuts.written.has(clientId)) continue;
    if (!found) {
      if (discarded.has(clientId) || diedWithItsPage(world, message) || awaitsNextPage(world, clientId)) continue;
      if (network.refused.has(clientId) && isShownFailed(world, message)) continue;
      return `"${body}" was lost`;
    }
    const { at, row } = found;
    const sent = namesOf(row);
    if (sent !== files.join()) return `"${body}" was written with the files ${files} and sent with ${sent}`;
    // What was on its way when its page ended may arrive late: the next page knows nothing of what was never kept.
    if (network.refused.has(clientId) || diedWithItsPage(world, message)) continue;
    // A page that ends before it has seen what earlier ones left can only go by the wall clock.
    const isBlind = browser.faults.isBlind(message.page);
    // What there was no room for waits in its own page, while another sends what is stored.
    const place = browser.everStored.has(clientId) ? tab : `${tab}, unstored`;
    if (at < (last.get(place) ?? -1) && !(world.clockWentBack && world.cutShort) && !isBlind) {
      return `"${body}" was sent out of order`;
    }
    last.set(place, at);
  }
  return null;
}

/** What failed in one tab has failed in all that read it in the storage. */
function isShownFailed({ browser, tabs }: World, { clientId, page }: Written): boolean {
  const readers = browser.everStored.has(clientId) ? tabs.filter((tab) => !browser.faults.hasFailed(tab)) : [page];
  return readers.every(({ chat }) =>
    chat.messages.some((message) => message.clientId === clientId && message.delivery === "failed"),
  );
}

function differenceFromLog(
  { backend, clockWentBack }: World,
  { chat }: SimPage,
  conversation: BackendConversation,
): string | null {
  const { status, seen } = chat.conversation ?? {};
  if (status !== conversation.status) return `the conversation is shown as ${status}, but is ${conversation.status}`;
  const { seenByVisitor } = conversation;
  if (seen?.visitor !== seenByVisitor) return `seen is up to ${seen?.visitor}, but to ${seenByVisitor} by the backend`;
  // What could be read under an ended session stays above, and is no history of what follows it.
  const placed = chat.messages.filter((message) => message.id !== null && !backend.isPast(backend.homeOf(message)));
  const others = placed.some(({ id }) => !conversation.find(id ?? ""));
  const shown = loadedOf(placed, conversation, chat.hasMoreBefore);
  const first = conversation.log.findIndex(({ id }) => id === shown[0]?.id);
  // Unless the clock went back, or it was a contact's before, nothing of it lies before what is shown of an earlier one.
  const isPart = chat.hasMoreBefore && (!others || clockWentBack || conversation.owner.startsWith(CONTACT));
  const expected = isPart ? conversation.log.slice(Math.max(0, first)) : conversation.log;
  const ids = shown.map(({ id }) => id).join(" ");
  const wanted = expected.map(({ id }) => id).join(" ");
  if (ids !== wanted) return `shown are the messages ${ids}; the log has ${wanted}`;
  for (const [index, row] of expected.entries()) {
    const message = shown[index];
    if (message && !agrees(message, row, backend.options.revisions)) {
      return `message ${row.id} is shown as ${message.state} "${message.body}" with ${message.reactions.length} reactions, but is ${row.state} "${row.body}" with ${row.reactions.size} reactions`;
    }
  }
  return null;
}

/** Nobody wants to know what came with a message that is gone; of late reactions nobody tells where nothing is numbered. */
function hasAllOf({ attachments, reactions }: ShownMessage, row: LogRow, revisions: boolean): boolean {
  if (row.state === "deleted") return true;
  const given = reactions.map(({ emoji, count }) => `${emoji} ${count}`).join();
  const wanted = [...row.reactions].map(([emoji, count]) => `${emoji} ${count}`).join();
  return namesOf({ attachments }) === namesOf(row) && (!revisions || given === wanted);
}

function namesOf({ attachments }: { readonly attachments: readonly { readonly name: string }[] }): string {
  return attachments.map(({ name }) => name).join();
}

/** Without revisions a change of something old cannot be asked for; but nothing streams for ever, and nothing is made up. */
function agrees(message: ShownMessage, row: LogRow, revisions: boolean): boolean {
  if (message.state === row.state && message.body === row.body && hasAllOf(message, row, revisions)) return true;
  if (revisions || message.state === "streaming") return false;
  return row.state === "deleted" || row.editedAt !== null ? row.texts.has(message.body) : false;
}
