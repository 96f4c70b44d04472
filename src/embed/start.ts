import { embed } from "./embed.ts";
import type { ScriptName } from "./script-loader.ts";

interface Namespace {
  load?: (name: ScriptName, build?: string) => Promise<unknown>;
  embed?: (script: HTMLScriptElement) => void;
}

/**
 * Embeds what the running script tag asks for, once the page has a body. The first loader on a page serves the later
 * ones too, so that the panel is fetched once and the Trusted Types policy made once.
 *
 * @param loaderOf gives what fetches the element's definition
 * @param extras what else belongs on the global `Cablechat`
 */
export function start(
  loaderOf: (script: HTMLScriptElement) => (name: ScriptName, build?: string) => Promise<unknown>,
  extras: object = {},
): void {
  const script = document.currentScript as HTMLScriptElement | null;
  if (script === null) {
    console.error("[cablechat] cannot be a module");
    return;
  }
  const scope = window as { Cablechat?: Namespace };
  scope.Cablechat ??= extras;
  const namespace: Namespace = scope.Cablechat;
  if (namespace.embed === undefined) {
    const load = loaderOf(script);
    namespace.load = load;
    namespace.embed = (tag) => embed(tag, () => load("panel"));
  }
  const { embed: run } = namespace;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => run(script));
  else run(script);
}
