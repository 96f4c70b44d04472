import type { CablechatError, CablechatErrorCode } from "../../core/errors.ts";
import { problemStrings, UNREACHABLE } from "../../locales/en.ts";

const WORDS: Partial<Record<CablechatErrorCode, string>> = {
  network: UNREACHABLE,
  timeout: UNREACHABLE,
  unavailable: UNREACHABLE,
  unknown_webchat: problemStrings.problemNotHere,
  not_found: problemStrings.problemNotHere,
  origin_not_allowed: problemStrings.problemNotHere,
  subscription_rejected: problemStrings.problemRefused,
  connection_refused: problemStrings.problemRefused,
};

const told = new WeakSet<CablechatError>();

/** What keeps the chat from working, in words a visitor understands. The console has the developer's, once. */
export function problemText(problem: CablechatError): string {
  if (!told.has(problem)) console.error("[cablechat]", problem);
  told.add(problem);
  return WORDS[problem.code] ?? problemStrings.problemOther;
}
