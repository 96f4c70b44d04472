/** The element's methods that a page may call before the panel's script is there. `on` is another: it acts at once. */
export declare const METHOD_NAMES: readonly ["open", "close", "toggle", "showLauncher", "hideLauncher", "send", "cancel", "prefill", "identify", "setAttributes", "reset", "setStorage", "destroy"];
