import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { fixtureKinds, fixtures } from "../../support/fixtures.ts";

const SCHEMAS = new URL("../../../protocol/schema/", import.meta.url);
const FIXTURES = new URL("../../../protocol/fixtures/", import.meta.url);
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
const files = readdirSync(SCHEMAS);
for (const file of files) ajv.addSchema(JSON.parse(readFileSync(new URL(file, SCHEMAS), "utf8")), file);

/** Whether it has fields at all, so that one of them can be at fault. */
function isFields(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

describe("schemas", () => {
  it.each(files)("%s compiles, its references included", (file) => {
    expect(ajv.getSchema(file)).toBeTypeOf("function");
  });
});

describe("fixtures", () => {
  it("every file of examples is in the index", () => {
    const named = fixtureKinds().map((kind) => `${kind}.json`);
    expect(readdirSync(FIXTURES).sort()).toEqual([...named, "index.json"].sort());
  });

  it("every schema has examples, and no kind is without its schema", () => {
    expect(fixtureKinds().map((kind) => `${kind}.json`)).toEqual(expect.arrayContaining(files));
    expect(files).toHaveLength(fixtureKinds().length);
  });

  it.each(fixtureKinds())("%s has examples of both kinds: what keeps to the contract, and what does not", (kind) => {
    expect(new Set(fixtures(kind).map(({ valid }) => valid))).toEqual(new Set([true, false]));
  });

  it.each(
    fixtureKinds()
      .filter((kind) => kind.endsWith("-request"))
      .flatMap(fixtures)
      .filter(({ valid, value }) => !valid && isFields(value)),
  )("$kind: $name names the field at fault", ({ field }) => {
    expect(field).toBeTypeOf("string");
  });

  it.each(fixtureKinds())("the names of %s are unique, so that a failure names one", (kind) => {
    const names = fixtures(kind).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  for (const { kind, name, valid, value } of fixtureKinds().flatMap(fixtures)) {
    it(`${kind}: ${name} is ${valid ? "valid" : "invalid"}`, () => {
      const validate = ajv.getSchema(`${kind}.json`);
      expect(validate?.(value), ajv.errorsText(validate?.errors)).toBe(valid);
    });
  }
});
