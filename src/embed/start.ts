import { embed } from "./embed.ts";

interface Namespace {
  embed?: (script: HTMLScriptElement) => void;
}

/**
 * Embeds what the running script tag asks for, once the page has a body. The first loader on a page serves the later
 * ones too, so that the panel is fetched once and the Trusted Types policy made once.
 *
 * @param loaderOf gives what fetches the element's definition
 * @param extras what else belongs on the global `Cablechat`
 */
export function start(loaderOf: (script: HTMLScriptElement) => () => Promise<void>, extras: object = {}): void {
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
    namespace.embed = (tag) => embed(tag, load);
  }
  const { embed: run } = namespace;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => run(script));
  else run(script);
}
