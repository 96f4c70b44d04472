/**
 * Fetches the panel's script: from beside the loader's own, or, where an asset pipeline renames files, from
 * `data-panel`; with its nonce, and through the Trusted Types policy "cablechat", which lets this one address pass.
 *
 * @returns a function that fetches it once, however often it is called, and again after a failure; its promise rejects
 * where the script cannot be had
 */
export function panelLoader(loader) {
    const panel = new URL(loader.dataset["panel"] ?? "cablechat-panel.js", loader.src);
    panel.search = new URL(loader.src).search;
    const createScriptURL = (url) => {
        if (url !== panel.href)
            throw new TypeError(url);
        return url;
    };
    let policy;
    let loading = null;
    return () => {
        const { trustedTypes } = globalThis;
        policy ??= trustedTypes?.createPolicy("cablechat", { createScriptURL });
        loading ??= new Promise((resolve, reject) => {
            const script = document.createElement("script");
            script.nonce = loader.nonce;
            script.crossOrigin = loader.crossOrigin;
            script.src = policy?.createScriptURL(panel.href) ?? panel.href;
            script.onload = () => resolve();
            script.onerror = () => {
                loading = null;
                script.remove();
                reject(new Error(`${panel} did not load`));
            };
            document.head.append(script);
        });
        return loading;
    };
}
//# sourceMappingURL=panel-loader.js.map