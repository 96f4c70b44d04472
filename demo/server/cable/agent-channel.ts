import type { Author } from "../chat/author.ts";
import { conversationStream, headsStream } from "../chat/broadcaster.ts";
import type { Chat } from "../chat/chat.ts";
import type { CableChannel } from "./cable-channel.ts";
import { idOf, typingState } from "./webchat-channel.ts";

export interface AgentChannelOptions {
  readonly chat: Chat;
  readonly webchat: string;
  readonly agent: Author;
  readonly knowsToken: (token: string) => boolean;
}

/** The heads of every conversation, or with `conversation` that one's frames, for whoever has the agent's token. */
export function agentChannel({ chat, webchat, agent, knowsToken }: AgentChannelOptions): CableChannel {
  return (params, { deliver }) => {
    const { id, token, conversation: wanted } = params;
    if (id !== webchat || typeof token !== "string" || !knowsToken(token)) return null;
    if (wanted === undefined || wanted === null) {
      return { perform: ignore, end: chat.broadcaster.attach(headsStream(webchat), deliver) };
    }
    const conversationId = idOf(wanted);
    const row = conversationId === null ? null : chat.store.conversations.find(conversationId);
    if (row?.webchat !== webchat) return null;
    const conversation = chat.conversation(row.id);
    const end = chat.broadcaster.attach(conversationStream(row.id), deliver);
    return {
      perform(action, data) {
        const state = typingState(action, data);
        if (state) conversation.typing(agent, state);
      },
      end,
    };
  };
}

/** There is nothing to do on the list itself. */
function ignore(): void {
  // Unknown actions are ignored everywhere.
}
