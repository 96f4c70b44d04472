import type { Clock } from "../../core/ports.ts";
import type { ChatView } from "../chat-view.ts";
import type { ComposerController } from "../composer/composer-controller.ts";
import { fetched } from "../fetched.ts";
import type { Settings } from "../settings.ts";
import type { createExtras } from "./create-extras.ts";

type ExtrasHost = Parameters<typeof createExtras>[0];

export interface ExtrasChats {
  readonly chat: ChatView | null;
  readonly settings: Settings | null;
  /** Whether the chat was ever opened or closed. */
  readonly wasUsed: boolean;
}

/**
 * Fetches what few visitors need, once, when one may: the webchat takes files, or a message has one; the page wants a
 * sound, or a chat that opens by itself.
 *
 * @returns to be called whenever something is drawn
 */
export function fetchExtras(
  host: ExtrasHost,
  chats: ExtrasChats,
  composer: ComposerController,
  clock: Pick<Clock, "setTimeout">,
): () => void {
  const extras = fetched(host, async () =>
    (await import("./create-extras.ts")).createExtras(host, chats, composer, clock),
  );
  return () => {
    const { chat, settings } = chats;
    if (
      settings?.autoOpenSeconds != null ||
      host.hasAttribute("sound") ||
      chat?.webchat?.uploads ||
      chat?.messages.some(({ attachments }) => attachments.length)
    ) {
      extras();
    }
  };
}
