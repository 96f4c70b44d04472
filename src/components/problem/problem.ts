import type { CablechatError, CablechatErrorCode } from "../../core/errors.ts";
import { strings } from "../../locales/en.ts";

const WORDS: Partial<Record<CablechatErrorCode, string>> = {
  network: strings.problemUnreachable,
  timeout: strings.problemUnreachable,
  unavailable: strings.problemUnreachable,
  unknown_webchat: strings.problemNotHere,
  not_found: strings.problemNotHere,
  origin_not_allowed: strings.problemNotHere,
  subscription_rejected: strings.problemRefused,
  connection_refused: strings.problemRefused,
};

/** What keeps the chat from working, in words a visitor understands. The console has the developer's. */
export function problemText({ code }: CablechatError): string {
  return WORDS[code] ?? strings.problemOther;
}
