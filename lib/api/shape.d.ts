import { CablechatError } from "../core/errors.js";
/** Reads one value of unknown JSON. `undefined` where it is not as the contract has it, and nothing can stand in for it. */
export type Read<T> = (value: unknown, name: string) => T | undefined;
type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name;
/** What `shape(readers)` reads. */
export type Shaped<Readers> = {
    [Name in keyof Readers & string as CamelCase<Name>]: Readers[Name] extends Read<infer T> ? T : never;
};
/**
 * A reader of objects, from a reader of each field under its name on the wire; `created_at` becomes `createdAt`.
 * What is no object has no field. Unknown fields are left out.
 *
 * The reader throws CablechatError `invalid_response`, naming the field, where a field cannot do without its value.
 */
export declare function shape<Readers extends Readonly<Record<string, Read<unknown>>>>(readers: Readers): (json: unknown, name?: string) => Shaped<Readers>;
/** A reader of objects whose fields have any names, from a reader of all of them. */
export declare function mapFields<T>(read: Read<T>): Read<Readonly<Record<string, T>>>;
/** The field of that name is not as the contract has it. */
export declare function invalid(name: string): CablechatError;
/** `null` for what is not there, whatever stands for it. */
export declare function optional<T>(read: Read<T>): Read<T | null>;
/** Cannot do without. */
export declare function required<T>(read: Read<T | null>): Read<T>;
export declare function list<T>(read: Read<T>): Read<readonly T[]>;
/** One of those known; what a later version has is the last of them. */
export declare function oneOf<T extends string>(...known: readonly T[]): Read<T>;
/**
 * Rows of a page. One that cannot be read is left out and told to `unreadable`, so that it does not hide the others.
 */
export declare function rows<T>(read: Read<T>, unreadable: (error: CablechatError) => void): Read<readonly T[]>;
export declare function flag(value: unknown): boolean;
export declare function integer(value: unknown): number | null;
export declare function text(value: unknown): string | null;
export declare function textOrEmpty(value: unknown): string;
/** Ids are strings or numbers in JSON; both work (protocol/README.md, "What the client promises", 8). */
export declare function optionalId(value: unknown): string | null;
export declare const id: Read<string>;
export declare function time(value: unknown): string | undefined;
export {};
