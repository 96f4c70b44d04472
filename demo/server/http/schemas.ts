import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { Problem } from "./problem.ts";

const FOLDER = new URL("../../../protocol/schema/", import.meta.url);

/** The schemas of `protocol/schema`, each under its file name, so that references between them are relative. */
const ajv = new Ajv2020({ allErrors: true, strict: false });
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".json"))) {
  ajv.addSchema(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")), file);
}

/**
 * A request's body, once it keeps to the schema. Fields the schema does not name are ignored.
 *
 * @throws Problem `invalid`, with the complaints per field
 */
export function validated<T>(schema: `${string}-request`, value: unknown): T {
  const validate = ajv.getSchema(`${schema}.json`);
  if (!validate) throw new Error(`protocol/schema has no ${schema}.json.`);
  if (validate(value)) return value as T;
  const errors: Record<string, string[]> = {};
  for (const error of validate.errors ?? []) {
    const said = complaint(error);
    if (said === null) continue;
    const field = fieldOf(error);
    if (!errors[field]?.includes(said)) errors[field] = [...(errors[field] ?? []), said];
  }
  const detail = Object.entries(errors).map(([field, all]) => `${field} ${all.join(", ")}.`);
  throw new Problem("invalid", detail.join(" "), { errors });
}

function fieldOf({ instancePath, params, keyword }: ErrorObject): string {
  const path = instancePath.slice(1).replaceAll("/", ".");
  const missing: unknown = keyword === "required" ? params["missingProperty"] : undefined;
  return [path, missing].filter(Boolean).join(".") || "body";
}

/** In words, with the remedy; `null` for what only repeats another complaint. */
function complaint({ keyword, params, message, instancePath }: ErrorObject): string | null {
  switch (keyword) {
    case "if":
    case "anyOf":
    case "not":
      return null;
    case "required":
      return "is missing";
    case "type":
      return `must be ${String(params["type"]).replaceAll(",", " or ")}`;
    case "maxLength":
      return `may have at most ${params["limit"]} characters`;
    case "minLength":
      return "must not be empty";
    case "maxItems":
      return `may have at most ${params["limit"]} entries`;
    case "pattern":
      return patternComplaint(instancePath);
    default:
      return message ?? "is not as it should be";
  }
}

function patternComplaint(instancePath: string): string {
  if (instancePath === "/client_id") return "must be a UUID";
  if (instancePath === "/body") return "must not be empty, unless there is an attachment";
  if (instancePath === "/email") return "must be an email address";
  return "has the wrong form";
}
