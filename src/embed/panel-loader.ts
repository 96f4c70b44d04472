interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/**
 * Fetches the panel's script: from beside the loader's own, or, where an asset pipeline renames files, from
 * `data-panel`; with its nonce, and through the Trusted Types policy "cablechat", which lets this one address pass.
 *
 * @returns a function that fetches it once, however often it is called, and again after a failure; its promise rejects
 * where the script cannot be had
 */
export function panelLoader(loader: HTMLScriptElement): () => Promise<void> {
  const panel = new URL(loader.dataset["panel"] ?? "cablechat-panel.js", loader.src);
  panel.search = new URL(loader.src).search;
  const createScriptURL = (url: string) => {
    if (url !== panel.href) throw new TypeError(url);
    return url;
  };
  let policy: { createScriptURL(url: string): string } | undefined;
  let loading: Promise<void> | null = null;
  return () => {
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
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
