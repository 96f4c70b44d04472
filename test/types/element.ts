import type { ShownMessage } from "cablechat";
import { CableChat } from "cablechat/element";
import "cablechat/element/define";
import { claim, type Same } from "./expect-type.ts";

// The element is known by its tag, and its events by their names.

const element = document.createElement("cable-chat");
claim<Same<typeof element, CableChat>>();
claim<Same<typeof element.messages, readonly ShownMessage[]>>();

element.addEventListener("cablechat:unread", (event) => claim<Same<typeof event.detail, { count: number }>>());
element.on("sent", ({ message }) => claim<Same<typeof message, ShownMessage>>());
element.position = "inline";

// @ts-expect-error: the four corners, or inline
element.position = "middle";
// @ts-expect-error: text only
element.send(42);

export const subclass = class extends CableChat {};
