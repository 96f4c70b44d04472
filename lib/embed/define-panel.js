import { CableChat } from "../components/cable-chat.js";
import { createChat } from "../index.js";
/** Defines the element, and adds to the global `Cablechat` what needs it. */
export function definePanel() {
    const scope = window;
    scope.Cablechat = Object.assign(scope.Cablechat ?? {}, { CableChat, createChat });
    CableChat.define();
}
//# sourceMappingURL=define-panel.js.map