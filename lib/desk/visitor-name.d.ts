import type { ConversationHead } from "../core/conversation-head.js";
/** What to call whoever writes: by name, by email, else by the number of the conversation. */
export declare function visitorName({ visitor, conversation }: ConversationHead): string;
