import type { ChatView } from "../chat-view.ts";
import { fetched } from "../fetched.ts";
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
  const files = fetched(host, async () =>
    (await import("../files/create-files.ts")).createFiles(host, chats, composer),
  );
  return ({ webchat, messages }) => {
    if (webchat?.uploads || messages.some(({ attachments }) => attachments.length)) files();
  };
}
