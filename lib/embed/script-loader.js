/**
 * Fetches the widget's other scripts: from beside the loader's own, or, where an asset pipeline renames files, from
 * `data-panel` and `data-more`; with its nonce, and through the Trusted Types policy "cablechat", which lets these two
 * addresses pass.
 *
 * @returns a function that fetches a script once, however often it is called, and again after a failure; its promise has
 * what the script has put on the global `Cablechat` under its name, and rejects where the script cannot be had. With a
 * build, also where it is another build's: a deploy may have come in between, and the two would not understand each other
 */
export function scriptLoader(loader) {
    const hrefOf = (name) => {
        const url = new URL(loader.dataset[name] ?? `cablechat-${name}.js`, loader.src);
        url.search = new URL(loader.src).search;
        return url.href;
    };
    const createScriptURL = (url) => {
        if (url !== hrefOf("panel") && url !== hrefOf("more"))
            throw new TypeError(url);
        return url;
    };
    let policy;
    const loading = {};
    return (name, build) => {
        const scope = globalThis;
        policy ??= scope.trustedTypes?.createPolicy("cablechat", { createScriptURL });
        loading[name] ??= new Promise((resolve, reject) => {
            const href = hrefOf(name);
            const script = document.createElement("script");
            script.nonce = loader.nonce;
            script.crossOrigin = loader.crossOrigin;
            script.src = policy?.createScriptURL(href) ?? href;
            const fail = () => {
                delete loading[name];
                script.remove();
                reject(new Error(`${href} did not load`));
            };
            script.onload = () => {
                const its = scope.Cablechat?.[name + build];
                build && !its ? fail() : resolve(its);
            };
            script.onerror = fail;
            document.head.append(script);
        });
        return loading[name];
    };
}
//# sourceMappingURL=script-loader.js.map