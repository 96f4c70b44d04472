import { strings } from "../../locales/en.ts";
import type { ChatView } from "../chat-view.ts";
import type { ControllerHost } from "../widget-element.ts";
import type { createTyping } from "./create-typing.ts";

interface TypingHost extends ControllerHost {
  readonly renderRoot: ShadowRoot;
}

/** @returns what draws who is typing; it is fetched when first somebody is */
export function fetchTyping(host: TypingHost): (chat: ChatView) => unknown {
  let draw: ReturnType<typeof createTyping> | undefined;
  let asked = false;
  return ({ typing }) => {
    if (!typing.length) return null;
    if (!asked) {
      asked = true;
      import("./create-typing.ts").then(
        ({ createTyping }) => {
          draw = createTyping(host.renderRoot);
          host.requestUpdate();
        },
        // The named case: it does not load. The chat works without it.
        () => undefined,
      );
    }
    return draw?.(typing.map(({ name, type }) => name ?? strings[type]).join(", "));
  };
}
