import { type TemplateResult } from "lit";
import type { CablechatError } from "../core/errors.js";
/** What keeps the desk from working, in place of everything else. @param signedIn whether a token was given */
export declare function renderDeskProblem(error: CablechatError, signedIn: boolean, onSignIn: () => void): TemplateResult;
/** Why a call has failed, in words for an agent: the server's own where it has answered with some. */
export declare function reasonOf(error: CablechatError): string;
