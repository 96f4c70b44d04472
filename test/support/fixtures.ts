import { readFileSync } from "node:fs";

const FOLDER = new URL("../../protocol/fixtures/", import.meta.url);

/** An example that every implementation's tests read (protocol/README.md, "Fixtures"). */
export interface Fixture {
  readonly name: string;
  /** The schema it is of, e.g. `message`. */
  readonly kind: string;
  readonly valid: boolean;
  readonly value: unknown;
}

/** The kinds there are, from the index. */
export function fixtureKinds(): string[] {
  const { kinds } = JSON.parse(readFileSync(new URL("index.json", FOLDER), "utf8")) as { kinds: { kind: string }[] };
  return kinds.map(({ kind }) => kind);
}

/** All examples of a kind. */
export function fixtures(kind: string): Fixture[] {
  return JSON.parse(readFileSync(new URL(`${kind}.json`, FOLDER), "utf8")) as Fixture[];
}
