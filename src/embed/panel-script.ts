interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/**
 * The panel's script, fetched when it is first needed: from beside the loader's own, with its nonce, and through the
 * Trusted Types policy "cablechat", which lets this one address pass and no other.
 */
export class PanelScript {
  readonly #url: string;
  readonly #loader: HTMLScriptElement;
  #loading: Promise<void> | null = null;
  #policy: { createScriptURL(url: string): string } | undefined;

  constructor(loader: HTMLScriptElement) {
    this.#loader = loader;
    const url = new URL("cablechat-panel.js", loader.src);
    url.search = new URL(loader.src).search;
    this.#url = url.href;
  }

  /** Once, however often it is called; after a failure, again. Rejects when the script cannot be had. */
  load(): Promise<void> {
    this.#loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.nonce = this.#loader.nonce;
      script.crossOrigin = this.#loader.crossOrigin;
      script.src = this.#trusted();
      script.onload = () => resolve();
      script.onerror = () => {
        this.#loading = null;
        script.remove();
        reject(new Error(`${this.#url} could not be loaded`));
      };
      document.head.append(script);
    });
    return this.#loading;
  }

  #trusted(): string {
    const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
    this.#policy ??= types?.createPolicy("cablechat", {
      createScriptURL: (url) => {
        if (url !== this.#url) throw new TypeError(url);
        return url;
      },
    });
    return this.#policy?.createScriptURL(this.#url) ?? this.#url;
  }
}
