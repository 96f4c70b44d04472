/**
 * Puts the widget a script tag asks for on the page, and takes care of those that already stand there. Each is taken
 * care of once, and a second tag for the same webchat adds nothing.
 *
 * @param load fetches the element's definition
 */
export declare function embed(script: HTMLScriptElement, load: () => Promise<unknown>): void;
