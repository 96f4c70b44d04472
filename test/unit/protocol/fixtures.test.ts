import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { fixtureKinds, fixtures } from "../../support/fixtures.ts";

const SCHEMAS = new URL("../../../protocol/schema/", import.meta.url);
const FIXTURES = new URL("../../../protocol/fixtures/", import.meta.url);
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
const files = readdirSync(SCHEMAS);
for (const file of files) ajv.addSchema(JSON.parse(readFileSync(new URL(file, SCHEMAS), "utf8")), file);

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
