/** The element's methods that a page may call before the panel's script is there. `on` is another: it acts at once. */
export const METHOD_NAMES = [
    "open",
    "close",
    "toggle",
    "showLauncher",
    "hideLauncher",
    "send",
    "cancel",
    "prefill",
    "identify",
    "setAttributes",
    "reset",
    "setStorage",
    "destroy",
];
//# sourceMappingURL=method-names.js.map