import { CablechatError } from "../core/errors.js";
/** Characters, not bytes (protocol/README.md, "Limits"). */
export declare const MAX_BODY_LENGTH = 10000;
/**
 * `text` without the white space around it.
 *
 * @param mayBeEmpty with a file
 * @throws CablechatError `invalid`, with `fields.body`
 */
export declare function validBody(text: string, mayBeEmpty?: boolean): string;
/** @param field as the backend names it in its own complaints */
export declare function invalid(field: string, complaint: string): CablechatError;
