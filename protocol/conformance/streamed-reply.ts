import type { Visitor } from "./visitor.ts";
import type { WireMessage } from "./wire.ts";

/** Longer than a responder needs to begin, in milliseconds. */
const BEGIN_LIMIT_MS = 5_000;
const LOOK_EVERY_MS = 50;

/**
 * Sends a command such as `stream 200`, which asks a streaming responder for so many words, and waits for its reply to begin.
 *
 * @returns the reply, as it stands where it is first seen; `null` where nothing begins to stream
 */
export async function streamedReply(visitor: Visitor, command: string): Promise<WireMessage | null> {
  const { revision } = await visitor.send(command);
  const began = performance.now();
  while (performance.now() - began < BEGIN_LIMIT_MS) {
    const { messages } = await visitor.page({ revision });
    const reply = messages.find(({ author, state }) => author.type === "bot" && state !== "deleted");
    if (reply) return reply;
    await new Promise((look) => setTimeout(look, LOOK_EVERY_MS));
  }
  return null;
}
