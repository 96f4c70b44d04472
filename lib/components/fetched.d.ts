import type { ControllerHost } from "./widget-element.js";
/**
 * What few visitors see, of a module that is fetched when it is first asked for. Then `host` is drawn anew.
 *
 * @returns gives what `load` has loaded; `undefined` until then, and where it does not load: the chat works without it
 */
export declare function fetched<T>(host: ControllerHost, load: () => Promise<T>): () => T | undefined;
