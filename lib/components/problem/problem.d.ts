import { type TemplateResult } from "lit/html.js";
import type { CablechatError } from "../../core/errors.js";
/** What keeps the chat from working, in words a visitor understands. The console has the developer's. */
export declare function problemText({ code }: CablechatError): string;
/** The problem in place of the messages, where there are none. */
export declare function renderProblem(problem: CablechatError, onTryAgain: () => void): TemplateResult;
