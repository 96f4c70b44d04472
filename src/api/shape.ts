import { CablechatError } from "../core/errors.ts";

/** Reads one value of unknown JSON. `undefined` where it is not as the contract has it, and nothing can stand in for it. */
export type Read<T> = (value: unknown, name: string) => T | undefined;

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

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
export function shape<Readers extends Readonly<Record<string, Read<unknown>>>>(
  readers: Readers,
): (json: unknown, name?: string) => Shaped<Readers> {
  const fields = Object.entries(readers).map(
    ([key, read]) => [key, read, key.replace(/_./g, ([, letter = ""]) => letter.toUpperCase())] as const,
  );
  return (json, name = "answer") => {
    const shaped: Record<string, unknown> = {};
    for (const [key, read, as] of fields) {
      const path = `${name}.${key}`;
      shaped[as] = read(Object(json)[key], path);
      if (shaped[as] === undefined) throw invalid(path);
    }
    return shaped as Shaped<Readers>;
  };
}

/** A reader of objects whose fields have any names, from a reader of all of them. */
export function mapFields<T>(read: Read<T>): Read<Readonly<Record<string, T>>> {
  return (value, name) =>
    Object.fromEntries(Object.entries(Object(value)).map(([key, field]) => [key, read(field, name) as T]));
}

/** The field of that name is not as the contract has it. */
export function invalid(name: string): CablechatError {
  return new CablechatError("invalid_response", `"${name}" is missing or wrong.`);
}

/** `null` for what is not there, whatever stands for it. */
export function optional<T>(read: Read<T>): Read<T | null> {
  return (value, name) => (value ? read(value, name) : null);
}

/** Cannot do without. */
export function required<T>(read: Read<T | null>): Read<T> {
  return (value, name) => read(value, name) ?? undefined;
}

export function list<T>(read: Read<T>): Read<readonly T[]> {
  return (value, name) => (Array.isArray(value) ? value.map((row) => read(row, name) as T) : []);
}

/** One of those known; what a later version has is the last of them. */
export function oneOf<T extends string>(...known: readonly T[]): Read<T> {
  return (value) => known.find((each) => each === value) ?? known.at(-1);
}

/**
 * Rows of a page. One that cannot be read is left out and told to `unreadable`, so that it does not hide the others.
 */
export function rows<T>(read: Read<T>, unreadable: (error: CablechatError) => void): Read<readonly T[]> {
  return (value, name) =>
    Array.isArray(value)
      ? value.flatMap((row) => {
          try {
            return [read(row, name) as T];
          } catch (error) {
            // The named case: this one row breaks the contract.
            if (!(error instanceof CablechatError)) throw error;
            unreadable(error);
            return [];
          }
        })
      : undefined;
}

export function flag(value: unknown): boolean {
  return value === true;
}

export function integer(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}

export function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

export function textOrEmpty(value: unknown): string {
  return text(value) ?? "";
}

/** Ids are strings or numbers in JSON; both work (protocol/README.md, "What the client promises", 8). */
export function optionalId(value: unknown): string | null {
  return typeof value === "number" ? String(value) : text(value) || null;
}

export const id = required(optionalId);

export function time(value: unknown): string | undefined {
  const known = textOrEmpty(value);
  return Date.parse(known) >= 0 ? known : undefined;
}
