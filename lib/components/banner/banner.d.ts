import { type TemplateResult } from "lit/html.js";
import type { ConnectionStatus } from "../../core/connection-status.js";
import type { CablechatError } from "../../core/errors.js";
import type { ChatView } from "../chat-view.js";
/**
 * One line over the list, not above it: it comes and goes without moving the text. It always stands in the document,
 * because a live region that arrives with its text is not read out.
 *
 * @param trouble the connection's, once it has lasted
 */
export declare function renderBanner(chat: ChatView, trouble: ConnectionStatus["state"] | undefined, problemText: (problem: CablechatError) => string): TemplateResult;
