import { strings } from "../../locales/en.ts";
import type { ChatView } from "../chat-view.ts";
import { fetched } from "../fetched.ts";
import type { ControllerHost } from "../widget-element.ts";

interface TypingHost extends ControllerHost {
  readonly renderRoot: ShadowRoot;
}

/** @returns what draws who is typing; it is fetched when first somebody is */
export function fetchTyping(host: TypingHost): (chat: ChatView) => unknown {
  const draw = fetched(host, async () => (await import("./create-typing.ts")).createTyping(host.renderRoot));
  return ({ typing }) =>
    typing.length > 0 ? draw()?.(typing.map(({ name, type }) => name ?? strings[type]).join(", ")) : null;
}
