import {
  CablechatError,
  type CablechatErrorCode,
  type Chat,
  type ChatEvents,
  type ConnectionStatus,
  createChat,
  type ShownMessage,
} from "cablechat";
import { claim, type Same } from "./expect-type.ts";

// What somebody who has installed the package may write, and what the compiler stops.

const chat = createChat({ endpoint: "https://app.example.com/cablechat", webchat: "acme" });

claim<Same<typeof chat, Chat>>();
claim<Same<typeof chat.messages, readonly ShownMessage[]>>();
claim<Same<typeof chat.unreadCount, number>>();
claim<Same<typeof chat.connection, ConnectionStatus>>();
claim<Same<ReturnType<typeof chat.send>, string>>();

// The payload follows the event's name.
const stop = chat.on("message", (event) => claim<Same<typeof event, { message: ShownMessage }>>());
chat.on("connection", (status) => claim<Same<typeof status, ConnectionStatus>>());
claim<Same<typeof stop, () => void>>();

// A connection's fields follow its state.
const { connection } = chat;
if (connection.state === "reconnecting") claim<Same<typeof connection.attempt, number>>();
if (connection.state === "closed") claim<Same<typeof connection.reason, string>>();

const error = new CablechatError("network", "no network", { retryable: true });
claim<Same<typeof error.code, CablechatErrorCode>>();

// @ts-expect-error: both are required
createChat({ endpoint: "https://app.example.com/cablechat" });
// @ts-expect-error: there is no such event
chat.on("mesage", () => undefined);
// @ts-expect-error: what is shown is read-only
chat.messages.push();
// @ts-expect-error: one of "local", "session", "none"
chat.setStorage("cookie");
// @ts-expect-error: no such code
new CablechatError("oops", "");
// @ts-expect-error: only a reconnecting one counts attempts
chat.connection.attempt;

export type Names = keyof ChatEvents;
