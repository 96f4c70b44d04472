import { definePanel } from "./define-panel.ts";

// dist/cablechat-panel.js: what the loader fetches.
definePanel();
