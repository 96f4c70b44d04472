import { Controls } from "./controls.js";
import { LivePanel } from "./live-panel.js";

/** The demo page's own script. Of the widget it uses what any site may: `cablechat.push()` and the element. */
const panel = new LivePanel(document);
const controls = new Controls(document, { conversation: () => panel.conversation, log: (text) => panel.log(text) });
void controls.start();

window.cablechat ||= [];
window.cablechat.push((chat) => panel.watch(chat));
