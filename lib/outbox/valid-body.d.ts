/** Characters, not bytes (protocol/README.md, "Limits"). */
export declare const MAX_BODY_LENGTH = 10000;
/**
 * `text` without the white space around it.
 *
 * @throws CablechatError `invalid`, with `fields.body`
 */
export declare function validBody(text: string): string;
