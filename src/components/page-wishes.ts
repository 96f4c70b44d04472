import type { Clock } from "../core/ports.ts";
import { scheduleAutoOpen } from "./auto-open.ts";
import type { ChatView } from "./chat-view.ts";
import type { Settings } from "./settings.ts";
import { playSound } from "./sound.ts";

/**
 * What few pages want of an element: a sound, and a chat that opens by itself.
 *
 * @param signal ends it
 * @param mayOpen whether the chat has neither opened nor closed yet, nor was its time set before
 */
export function grantWishes(
  host: Element,
  settings: Settings,
  clock: Pick<Clock, "setTimeout">,
  chat: Pick<ChatView, "on" | "open" | "unreadCount">,
  signal: AbortSignal,
  mayOpen: boolean,
): void {
  if (signal.aborted) return;
  playSound(host, settings, clock, chat, signal);
  if (!mayOpen) return;
  const cancel = scheduleAutoOpen(settings, clock, () => chat.open());
  // The visitor was faster.
  for (const name of ["open", "close"] as const) chat.on(name, cancel);
  signal.addEventListener("abort", cancel);
}
