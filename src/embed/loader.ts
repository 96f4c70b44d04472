import { scriptLoader } from "./script-loader.ts";
import { shared } from "./shared.ts";
import { start } from "./start.ts";

// dist/cablechat.js: the launcher now, the panel when it is needed.
start(scriptLoader, { shared });
