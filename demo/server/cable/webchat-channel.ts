import { conversationStream, sessionStream } from "../chat/broadcaster.ts";
import type { Chat } from "../chat/chat.ts";
import { SESSION_PATTERN, SessionEnded, type SessionRow } from "../store/sessions.ts";
import type { CableChannel, ChannelParams } from "./cable-channel.ts";

/**
 * One conversation's frames, for the session it belongs to. The identifier comes from the visitor's browser and may say
 * anything: whatever is not a session's own conversation is rejected, in the same way as what does not exist.
 */
export function webchatChannel(chat: Chat, webchat: string): CableChannel {
  return (params, { deliver, reject }) => {
    const session = sessionOf(chat, webchat, params);
    const id = idOf(params["conversation"]);
    const row = session && id !== null ? chat.store.conversations.owned(session, id) : null;
    if (!session || !row) return null;
    const conversation = chat.conversation(row.id);
    const detach = [
      chat.broadcaster.attach(conversationStream(row.id), deliver),
      chat.broadcaster.attach(sessionStream(session.id), reject),
    ];
    return {
      perform(action, data) {
        const state = typingState(action, data);
        if (state) conversation.typing(chat.visitor(session), state);
      },
      end() {
        for (const stop of detach) stop();
      },
    };
  };
}

/** An id out of an identifier; strings and numbers both work. */
export function idOf(value: unknown): number | null {
  return (typeof value === "string" || typeof value === "number") && /^\d{1,15}$/.test(String(value))
    ? Number(value)
    : null;
}

/** The state of a well-formed `typing` action; `null` for any other. */
export function typingState(action: string, { state }: ChannelParams): "started" | "stopped" | null {
  return action === "typing" && (state === "started" || state === "stopped") ? state : null;
}

function sessionOf(chat: Chat, webchat: string, { id, session }: ChannelParams): SessionRow | null {
  if (id !== webchat || typeof session !== "string" || !SESSION_PATTERN.test(session)) return null;
  try {
    return chat.store.sessions.find(webchat, session);
  } catch (error) {
    // The named case: REST is where the client learns that it has ended.
    if (error instanceof SessionEnded) return null;
    throw error;
  }
}
