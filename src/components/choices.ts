// What an attribute of these may be.
export const POSITIONS = ["bottom-right", "bottom-left", "top-right", "top-left", "inline"] as const;
export const THEMES = ["auto", "light", "dark"] as const;
export const STORAGES = ["local", "session", "none"] as const;
export const ONCE = ["visitor", "session"] as const;
