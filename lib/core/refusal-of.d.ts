import type { Uploads } from "./webchat.js";
/** The most files a message may have (protocol/README.md, "Limits"). */
export declare const MAX_FILES = 10;
/** Why a file cannot be sent. */
export type Refusal = "empty" | "too large" | "of another type";
/** @returns `null` where it can be sent, as far as is known */
export declare function refusalOf({ size, type }: Blob, { maxBytes, accept }: Uploads): Refusal | null;
