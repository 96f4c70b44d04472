import type { CablechatError } from "../../core/errors.js";
/** What keeps the chat from working, in words a visitor understands. The console has the developer's, once. */
export declare function problemText(problem: CablechatError): string;
