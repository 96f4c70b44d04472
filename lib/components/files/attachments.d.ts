import type { ShownMessage } from "../../core/message.js";
import type { Previews } from "./previews.js";
/**
 * The files of a message: pictures in a place that is kept for them, so that nothing moves when they come; everything
 * else by name and size. What is still on its way looks the same, from the file itself.
 *
 * @param previews absent where nothing is sent from here
 */
export declare function renderAttachments(message: ShownMessage, locale: string, previews?: Previews): unknown;
/** Forbidden by the page's policy, unreadable, or gone: its name stands there instead of a torn picture. */
export declare function showAsBroken({ target }: Event): void;
