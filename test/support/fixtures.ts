import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// By path: in a test that has a document, `URL` is the document's.
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "../../protocol/fixtures");

/** An example that every implementation's tests read (protocol/README.md, "Fixtures"). */
export interface Fixture {
  readonly name: string;
  /** The schema it is of, e.g. `message`. */
  readonly kind: string;
  readonly valid: boolean;
  /** Of a request that is invalid: the field, of those of the body itself, that a refusal names. */
  readonly field?: string;
  readonly value: unknown;
}

/** The kinds there are, from the index. */
export function fixtureKinds(): string[] {
  const { kinds } = JSON.parse(readFileSync(join(FOLDER, "index.json"), "utf8")) as { kinds: { kind: string }[] };
  return kinds.map(({ kind }) => kind);
}

/** All examples of a kind. */
export function fixtures(kind: string): Fixture[] {
  return JSON.parse(readFileSync(join(FOLDER, `${kind}.json`), "utf8")) as Fixture[];
}
