import type { ConversationHead } from "../core/conversation-head.ts";
import { deskStrings } from "../locales/desk-en.ts";

/** What to call whoever writes: by name, by email, else by the number of the conversation. */
export function visitorName({ visitor, conversation }: ConversationHead): string {
  return visitor.name ?? visitor.email ?? deskStrings.visitor(conversation.id);
}
