import { CablechatError } from "../core/errors.js";
/** Gives an attribute's value; `null` where it is absent. */
export type AttributeReader = (name: string) => string | null;
/** What a chat cannot be without. */
export interface RequiredSettings {
    /** Absolute. */
    endpoint: string;
    webchat: string;
}
/** Reads `endpoint` and `webchat`. @returns `null` where one is missing or wrong; `complain` has heard which */
export declare function readRequired(read: AttributeReader, complain: (problem: CablechatError) => void): RequiredSettings | null;
/** Names the attribute and the remedy. */
export declare function invalidAttribute(name: string, remedy: string): CablechatError;
