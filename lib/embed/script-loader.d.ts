/** The scripts that are fetched when they are needed: the element, and what few visitors need of it. */
export type ScriptName = "panel" | "more";
/**
 * Fetches the widget's other scripts: from beside the loader's own, or, where an asset pipeline renames files, from
 * `data-panel` and `data-more`; with its nonce, and through the Trusted Types policy "cablechat", which lets these two
 * addresses pass.
 *
 * @returns a function that fetches a script once, however often it is called, and again after a failure; its promise has
 * what the script has put on the global `Cablechat` under its name, and rejects where the script cannot be had. With a
 * build, also where it is another build's: a deploy may have come in between, and the two would not understand each other
 */
export declare function scriptLoader(loader: HTMLScriptElement): (name: ScriptName, build?: string) => Promise<unknown>;
