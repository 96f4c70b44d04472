import { CableChat } from "../components/cable-chat.ts";
import { createChat } from "../index.ts";

/** Defines the element, and adds to the global `Cablechat` what needs it. */
export function definePanel(): void {
  const scope = window as { Cablechat?: object };
  scope.Cablechat = Object.assign(scope.Cablechat ?? {}, { CableChat, createChat });
  CableChat.define();
}
