import { embed } from "./embed.js";
/**
 * Embeds what the running script tag asks for, once the page has a body. The first loader on a page serves the later
 * ones too, so that the panel is fetched once and the Trusted Types policy made once.
 *
 * @param loaderOf gives what fetches the element's definition
 * @param extras what else belongs on the global `Cablechat`
 */
export function start(loaderOf, extras = {}) {
    const script = document.currentScript;
    if (script === null) {
        console.error("[cablechat] cannot be a module");
        return;
    }
    const scope = window;
    scope.Cablechat ??= extras;
    const namespace = scope.Cablechat;
    if (namespace.embed === undefined) {
        const load = loaderOf(script);
        namespace.load = load;
        namespace.embed = (tag) => embed(tag, () => load("panel"));
    }
    const { embed: run } = namespace;
    if (document.readyState === "loading")
        document.addEventListener("DOMContentLoaded", () => run(script));
    else
        run(script);
}
//# sourceMappingURL=start.js.map