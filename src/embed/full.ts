import { definePanel } from "./define-panel.ts";
import { start } from "./start.ts";

// dist/cablechat.full.js: all in one file, for a strict `integrity`.
definePanel();
start(() => () => Promise.resolve());
