/**
 * Fetches the panel's script: from beside the loader's own, or, where an asset pipeline renames files, from
 * `data-panel`; with its nonce, and through the Trusted Types policy "cablechat", which lets this one address pass.
 *
 * @returns a function that fetches it once, however often it is called, and again after a failure; its promise rejects
 * where the script cannot be had
 */
export declare function panelLoader(loader: HTMLScriptElement): () => Promise<void>;
