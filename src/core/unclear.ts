import type { CablechatError, CablechatErrorCode } from "./errors.ts";

const UNCLEAR: readonly CablechatErrorCode[] = ["not_json", "invalid_response"];

/** A captive portal's page, or an answer cut short: from an endpoint that is right, the next one may well be whole. */
export function isUnclear({ code }: CablechatError): boolean {
  return UNCLEAR.includes(code);
}
