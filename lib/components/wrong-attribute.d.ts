import type { CablechatError } from "../core/errors.js";
/** What is wrong with an optional attribute. Few pages have one, so the words for it are fetched then. */
export declare function wrongAttribute(name: string, value: string): CablechatError;
