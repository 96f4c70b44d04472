import { start } from "./start.ts";
import { definePanel } from "./define-panel.ts";

// dist/cablechat.full.js: all in one file, for a strict `integrity`.
definePanel();
start(() => () => Promise.resolve());
