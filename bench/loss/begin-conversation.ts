import type { Widget } from "../../test/browser/support/widget.ts";

/** On a line that is still half-open from what came before, a first message may need several tries. */
const LIMIT_MS = 60_000;

/** Writes the first message, and waits until the conversation is followed and caught up. @returns its id */
export async function beginConversation(
  widget: Widget,
  text: string,
  write = (first: string) => widget.write(first),
): Promise<string> {
  await write(text);
  await widget.page.waitForFunction(
    () => {
      const chat = document.querySelector<
        HTMLElement & { connection: { state: string; caughtUp?: boolean }; conversation: object | null }
      >("cable-chat");
      return chat?.conversation && chat.connection.state === "connected" && chat.connection.caughtUp;
    },
    null,
    { timeout: LIMIT_MS },
  );
  return widget.conversation();
}
