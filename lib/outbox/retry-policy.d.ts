import type { CablechatError } from "../core/errors.js";
/**
 * Whether what is owed to the backend, a message or the word that a reply is to stop, is tried again after it has failed so.
 * What may heal is (no network, a timeout, 5xx, 408, 429), and so is what has an answer that cannot be understood, since
 * both are idempotent (protocol/README.md, "What the client promises", 5 and 10). What the server refuses is not. How long
 * to wait in between is `Patience`'s.
 */
export declare function isTriedAgain(error: CablechatError): boolean;
