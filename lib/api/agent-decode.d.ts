import type { ConversationHead, HeadsPage } from "../core/conversation-head.js";
import { CablechatError } from "../core/errors.js";
/**
 * A page of heads. One that cannot be read is left out and told to `unreadable`, so that it does not hide the others.
 *
 * @throws CablechatError `invalid_response`
 */
export declare function decodeHeadsPage(json: unknown, unreadable: (error: CablechatError) => void): HeadsPage;
/**
 * The head in a frame of the list's stream; `null` for a frame of another, later type.
 *
 * @throws CablechatError `unreadable_frame`
 */
export declare function decodeHeadFrame(json: unknown): ConversationHead | null;
