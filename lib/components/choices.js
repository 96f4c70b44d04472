// What an attribute of these may be.
export const POSITIONS = ["bottom-right", "bottom-left", "top-right", "top-left", "inline"];
export const THEMES = ["auto", "light", "dark"];
export const STORAGES = ["local", "session", "none"];
export const ONCE = ["visitor", "session"];
//# sourceMappingURL=choices.js.map