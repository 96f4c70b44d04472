import { CablechatDesk } from "./cablechat-desk.js";
// Where there is no DOM (server rendering), importing this does nothing.
if (typeof customElements !== "undefined")
    CablechatDesk.define();
//# sourceMappingURL=cablechat-desk.define.js.map