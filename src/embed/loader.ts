import { PanelScript } from "./panel-script.ts";
import { start } from "./start.ts";

// dist/cablechat.js: the launcher now, the panel when it is needed.
start((script) => {
  const panel = new PanelScript(script);
  return () => panel.load();
});
