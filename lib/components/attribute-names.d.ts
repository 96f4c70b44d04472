/** Every attribute of `<cable-chat>`; each is also a `data-` attribute of the script tag. */
export declare const ATTRIBUTE_NAMES: readonly ["endpoint", "webchat", "cable", "channel", "locale", "theme", "position", "open", "hide-launcher", "launcher-icon", "launcher-label", "auto-open", "auto-open-once", "reconnect-delay", "max-reconnect-delay", "storage", "sound"];
