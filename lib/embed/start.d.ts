import type { ScriptName } from "./script-loader.js";
/**
 * Embeds what the running script tag asks for, once the page has a body. The first loader on a page serves the later
 * ones too, so that the panel is fetched once and the Trusted Types policy made once.
 *
 * @param loaderOf gives what fetches the element's definition
 * @param extras what else belongs on the global `Cablechat`
 */
export declare function start(loaderOf: (script: HTMLScriptElement) => (name: ScriptName, build?: string) => Promise<unknown>, extras?: object): void;
