import type { Clock } from "../../core/ports.ts";
import { scheduleAutoOpen } from "../auto-open.ts";
import type { ChatView } from "../chat-view.ts";
import { createFiles } from "../files/create-files.ts";
import { playSound } from "../sound.ts";
import type { ExtrasChats } from "./fetch-extras.ts";

type FilesHost = Parameters<typeof createFiles>[0];

/** What few visitors need, or nobody at once: files, a sound, a chat that opens by itself. */
export function createExtras(
  host: FilesHost & Pick<Element, "hasAttribute">,
  chats: ExtrasChats,
  composer: Parameters<typeof createFiles>[2],
  clock: Pick<Clock, "setTimeout">,
): void {
  let current: ChatView | null = null;
  let controller = new AbortController();
  let isScheduled = false;

  const follow = (chat: ChatView | null) => {
    if (chat === current) return;
    current = chat;
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    const { settings } = chats;
    if (!chat || !settings) return;
    playSound(host, settings, clock, chat, signal);
    // Once, also where the attributes make a new chat; and the visitor may have been faster.
    if (isScheduled || chats.wasUsed) return;
    isScheduled = true;
    const cancel = scheduleAutoOpen(settings, clock, () => chat.open());
    for (const name of ["open", "close"] as const) chat.on(name, cancel);
    signal.addEventListener("abort", cancel);
  };

  createFiles(host, chats, composer);
  host.addController({
    hostUpdated: () => follow(chats.chat),
    hostDisconnected() {
      // After the chat's own end, which a move within the document does not bring.
      queueMicrotask(() => follow(chats.chat));
    },
  });
  follow(chats.chat);
}
