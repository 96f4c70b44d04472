import type { KeyValueStorage } from "../core/ports.js";
/** What the browser denies (private modes, blocked site data) is kept for the life of the page instead. */
export declare function keyValueStorage(kind: "local" | "session" | "none"): KeyValueStorage;
