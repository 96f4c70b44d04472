import { dispatch } from "../components/host-events.ts";
import { readSettings } from "../components/settings.ts";
import type { CablechatError } from "../core/errors.ts";
import { type CommandQueue, runCommands } from "./command-queue.ts";
import { readConfig } from "./read-config.ts";
import { StandIn } from "./stand-in.ts";

const TAG = "cable-chat";
const EMBEDDED = Symbol.for("cablechat.embedded");

/**
 * Puts the widget a script tag asks for on the page, and takes care of those that already stand there. Each is taken
 * care of once, and a second tag for the same webchat adds nothing.
 *
 * @param load fetches the element's definition
 */
export function embed(script: HTMLScriptElement, load: () => Promise<void>): void {
  const read = (element: Element) => (name: string) => element.getAttribute(name);
  const present = [...document.querySelectorAll<HTMLElement>(TAG)];
  const { settings, problems } = readSettings((name) => script.getAttribute(`data-${name}`), document.baseURI, "data-");
  const alike = (element: Element) => {
    const its = readSettings(read(element), document.baseURI).settings;
    return its !== null && its.endpoint === settings?.endpoint && its.webchat === settings.webchat;
  };
  if (settings !== null && !present.some(alike)) present.push(create(script));
  else if (settings === null && present.length === 0) {
    for (const error of problems) complain(script, error);
    return;
  }
  const standIns = present.flatMap((host) => adopt(host, load) ?? []);
  const [first] = present;
  if (first !== undefined) runCommands(window as { cablechat?: CommandQueue }, first);
  for (const standIn of standIns) standIn.ready();
}

/** Beside the body, not in it: what replaces or caches a page's body (Turbo, pjax) then leaves the widget alone. */
function create(script: HTMLScriptElement): HTMLElement {
  const host = document.createElement(TAG);
  for (const [name, value] of readConfig(script)) host.setAttribute(name, value);
  document.documentElement.append(host);
  return host;
}

function adopt(host: HTMLElement & { [EMBEDDED]?: boolean }, load: () => Promise<void>): StandIn | null {
  if (host[EMBEDDED] || customElements.get(TAG) !== undefined) return null;
  host[EMBEDDED] = true;
  const { settings, problems } = readSettings((name) => host.getAttribute(name), document.baseURI);
  if (settings !== null) return new StandIn(host, settings, load);
  for (const error of problems) complain(host, error);
  return null;
}

function complain(element: Element, error: CablechatError): void {
  console.error(`[cablechat] ${error.message}`);
  dispatch(element, "error", { error });
}
