import { CableChat } from "./cable-chat.js";
// Where there is no DOM (server rendering), importing this does nothing.
if (typeof customElements !== "undefined")
    CableChat.define();
//# sourceMappingURL=cable-chat.define.js.map