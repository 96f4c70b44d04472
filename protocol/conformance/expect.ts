import { readdirSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";

const SCHEMAS = new URL("../schema/", import.meta.url);
const ajv = new Ajv2020({ allErrors: true, strict: false });
for (const file of readdirSync(SCHEMAS).filter((name) => name.endsWith(".json"))) {
  ajv.addSchema(JSON.parse(readFileSync(new URL(file, SCHEMAS), "utf8")), file);
}

/** @throws Error with what the schema complains of */
export function expectSchema(schema: string, value: unknown): void {
  const validate = ajv.getSchema(`${schema}.json`);
  if (!validate) throw new Error(`There is no schema ${schema}.json.`);
  if (!validate(value))
    throw new Error(`It breaks ${schema}.json: ${ajv.errorsText(validate.errors)}\n${shown(value)}`);
}

/** @throws Error where the two are not deeply equal */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Error(`${what}: expected ${shown(expected)}, got ${shown(actual)}`);
}

/** @throws Error where it is not so */
export function expectThat(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
