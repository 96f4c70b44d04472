import type { ShownMessage } from "../../src/core/message.ts";
import type { BackendConversation } from "./backend-conversation.ts";

/**
 * Of what is shown, a conversation's messages from where its history is loaded. What is left of a deleted message does not
 * say where it was: sent again, and set aside with its session, it stands above what is not loaded, until that comes.
 */
export function loadedOf(
  messages: readonly ShownMessage[],
  conversation: BackendConversation,
  hasMoreBefore: boolean,
): readonly ShownMessage[] {
  const shown = messages.filter(({ id }) => id !== null && conversation.find(id));
  if (!hasMoreBefore || shown[0]?.conversation !== null) return shown;
  const placeOf = (message: ShownMessage) => conversation.log.findIndex(({ id }) => id === message.id);
  const first = shown.findIndex((message, index) => {
    const next = shown[index + 1];
    return message.conversation !== null || next === undefined || placeOf(next) <= placeOf(message) + 1;
  });
  return shown.slice(first);
}
