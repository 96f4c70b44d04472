import { CablechatError } from "../core/errors.ts";

/** Gives an attribute's value; `null` where it is absent. */
export type AttributeReader = (name: string) => string | null;

/** What a chat cannot be without. */
export interface RequiredSettings {
  /** Absolute. */
  endpoint: string;
  webchat: string;
}

/** Reads `endpoint` and `webchat`. @returns `null` where one is missing or wrong; `complain` has heard which */
export function readRequired(
  read: AttributeReader,
  complain: (problem: CablechatError) => void,
): RequiredSettings | null {
  const endpoint = read("endpoint")?.trim();
  const webchat = read("webchat")?.trim();
  const url = endpoint && URL.canParse(endpoint, document.baseURI) ? new URL(endpoint, document.baseURI) : null;
  if (url === null || !/^https?:/.test(url.protocol)) {
    complain(
      invalidAttribute(
        "endpoint",
        `is ${endpoint ? `"${endpoint}"` : "missing"}; set it to the backend's http(s) URL.`,
      ),
    );
    return null;
  }
  if (!webchat) {
    complain(invalidAttribute("webchat", "is missing; set it to the webchat's id."));
    return null;
  }
  return { endpoint: url.href, webchat };
}

/** Names the attribute and the remedy. */
export function invalidAttribute(name: string, remedy: string): CablechatError {
  return new CablechatError("invalid_configuration", `<cable-chat>: the attribute "${name}" ${remedy}`);
}
