import type { Message } from "../core/message.js";
/**
 * Which of two states of one message stands: the later one, whatever order they came in.
 * Revisions decide; without them a message that has ended does not begin to stream again, and text does not shrink.
 *
 * @returns `current` itself where `incoming` brings nothing new
 */
export declare function mergeMessage(current: Message, incoming: Message): Message;
