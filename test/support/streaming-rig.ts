import type { ShownMessage } from "../../src/core/message.ts";
import { ChatRig } from "./chat-rig.ts";
import { messageJson } from "./messages.ts";
import { answer } from "./scripted-fetch.ts";

/** What `Chat.cancel` asks for message 7. */
export const CANCEL = "POST /messages/7/cancel";
/** How it ends. */
export const ENDED = { state: "cancelled", body: "Well, ", revision: 2 };

/** A returning visitor, connected, while message 7 streams to them. */
export async function streaming(): Promise<ChatRig> {
  const rig = new ChatRig({}, { returning: true });
  rig.commit(7, { state: "streaming", body: "Well, ", chunk: 1 });
  rig.chat.start();
  await rig.connect();
  await rig.channel.world.advance(2_000);
  return rig;
}

/** The backend stops it when asked. */
export function stops(rig: ChatRig): void {
  rig.routes.set(CANCEL, () => answer(messageJson(7, ENDED)));
}

export function reply(rig: ChatRig): ShownMessage | undefined {
  return rig.chat.messages.find(({ id }) => id === "7");
}
