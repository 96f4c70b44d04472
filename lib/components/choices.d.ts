export declare const POSITIONS: readonly ["bottom-right", "bottom-left", "top-right", "top-left", "inline"];
export declare const THEMES: readonly ["auto", "light", "dark"];
export declare const STORAGES: readonly ["local", "session", "none"];
export declare const ONCE: readonly ["visitor", "session"];
