import { scriptLoader } from "./script-loader.js";
import { shared } from "./shared.js";
import { start } from "./start.js";
// dist/cablechat.js: the launcher now, the panel when it is needed.
start(scriptLoader, { shared });
//# sourceMappingURL=loader.js.map