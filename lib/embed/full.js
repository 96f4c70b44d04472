import { definePanel } from "./define-panel.js";
import { start } from "./start.js";
// dist/cablechat.full.js: all in one file, for a strict `integrity`.
definePanel();
start(() => () => Promise.resolve());
//# sourceMappingURL=full.js.map