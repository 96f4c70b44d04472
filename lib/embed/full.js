import { definePanel } from "./define-panel.js";
import { start } from "./start.js";
// dist/cablechat.full.js: all in one file, for a strict `integrity`. Imported as a module, where there is no script tag to
// read, it defines the element and leaves placing it to the page.
definePanel();
if (document.currentScript)
    start(() => () => Promise.resolve());
//# sourceMappingURL=full.js.map