import type { ChatView } from "../chat-view.ts";
import type { createFiles } from "../files/create-files.ts";
import type { ComposerController } from "./composer-controller.ts";

type FilesHost = Parameters<typeof createFiles>[0];

/**
 * Fetches what files need, once, when a webchat takes some or a message has one.
 *
 * @returns to be called with what is drawn
 */
export function fetchEnclosures(
  host: FilesHost,
  chats: { readonly chat: ChatView | null },
  composer: ComposerController,
): (chat: ChatView) => void {
  let asked = false;
  return ({ webchat, messages }) => {
    if (asked || !(webchat?.uploads || messages.some(({ attachments }) => attachments.length))) return;
    asked = true;
    import("../files/create-files.ts").then(
      ({ createFiles }) => createFiles(host, chats, composer),
      // The named case: it does not load. The chat works without files.
      () => undefined,
    );
  };
}
