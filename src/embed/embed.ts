import { tell } from "../components/host-events.ts";
import { type AttributeReader, type RequiredSettings, readRequired } from "../components/required-settings.ts";
import { type CommandQueue, runCommands } from "./command-queue.ts";
import { readConfig } from "./read-config.ts";
import { StandIn } from "./stand-in.ts";

const TAG = "cable-chat";

/**
 * Puts the widget a script tag asks for on the page, and takes care of those that already stand there. Each is taken
 * care of once, and a second tag for the same webchat adds nothing.
 *
 * @param load fetches the element's definition
 */
export function embed(script: HTMLScriptElement, load: () => Promise<unknown>): void {
  const hosts = [...document.querySelectorAll<HTMLElement>(TAG)];
  const config = readConfig(script);
  if (config.size > 0 || hosts.length === 0) {
    const wanted = required(script, (name) => config.get(name) ?? null);
    if (wanted === null) return;
    const alike = (host: Element) => {
      const its = readRequired(attributesOf(host), () => undefined);
      return its?.endpoint === wanted.endpoint && its.webchat === wanted.webchat;
    };
    if (!hosts.some(alike)) hosts.push(create(config));
  }
  const standIns = hosts.flatMap((host) => adopt(host, load) ?? []);
  const [first] = hosts;
  if (first !== undefined) runCommands(window as { cablechat?: CommandQueue }, first);
  for (const standIn of standIns) standIn.ready();
}

/** Beside the body, not in it: what replaces or caches a page's body (Turbo, pjax) then leaves the widget alone. */
function create(config: Map<string, string>): HTMLElement {
  const host = document.createElement(TAG);
  for (const [name, value] of config) host.setAttribute(name, value);
  return document.documentElement.appendChild(host);
}

function adopt(host: HTMLElement, load: () => Promise<unknown>): StandIn | null {
  // It has its methods: the element is defined, or an earlier tag has taken care of it.
  if ("on" in host) return null;
  const settings = required(host, attributesOf(host));
  return settings && new StandIn(host, settings, load);
}

function attributesOf(host: Element): AttributeReader {
  return (name) => host.getAttribute(name);
}

function required(element: Element, read: AttributeReader): RequiredSettings | null {
  return readRequired(read, (error) => tell(element, error));
}
