import type { Message } from "../core/message.ts";

/**
 * Which of two states of one message stands: the later one, whatever order they came in.
 * Revisions decide; without them a message that has ended does not begin to stream again, and text does not shrink.
 *
 * @returns `current` itself where `incoming` brings nothing new
 */
export function mergeMessage(current: Message, incoming: Message): Message {
  if (!isLater(current, incoming)) return current;
  // A deleted message comes with little more than its id; whose it was stays known.
  if (incoming.state === "deleted") {
    return { ...incoming, author: current.author, clientId: current.clientId, conversation: current.conversation };
  }
  // A change of something else, broadcast before the chunks that are already here.
  if (incoming.state === "streaming" && chunksOf(incoming) < chunksOf(current)) {
    return { ...incoming, body: current.body, chunk: current.chunk };
  }
  return incoming;
}

function isLater(current: Message, incoming: Message): boolean {
  const known = current.revision !== null && incoming.revision !== null;
  if (known && current.revision !== incoming.revision) return incoming.revision > current.revision;
  if (current.state === "deleted") return false;
  if (incoming.state === "streaming") {
    return current.state === "streaming" && chunksOf(incoming) > chunksOf(current);
  }
  if (current.state === "streaming") return true;
  // Equal revisions, and neither streams: the same. Without revisions the newest word is the best there is, unless it
  // was spoken before an edit.
  return !known && (incoming.state === "deleted" || (incoming.editedAt ?? "") >= (current.editedAt ?? ""));
}

function chunksOf(message: Message): number {
  return message.chunk ?? 0;
}
