import { definePanel } from "./define-panel.js";
// dist/cablechat-panel.js: what the loader fetches.
definePanel();
//# sourceMappingURL=panel.js.map