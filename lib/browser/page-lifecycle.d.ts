import type { PageLifecycle } from "../core/ports.js";
/** The page's own life, as `document` and `window` tell it. Without a document: always visible and online. */
export declare const pageLifecycle: PageLifecycle;
