import type { Conversation } from "../core/conversation.js";
import type { Author, Message } from "../core/message.js";
/** What the cable brings for a conversation (protocol/README.md, "The cable"). `unknown` is a type of a later version. */
export type Frame = {
    readonly type: "message";
    readonly revision: number | null;
    readonly message: Message;
} | {
    readonly type: "conversation";
    readonly revision: number | null;
    readonly conversation: Conversation;
} | {
    readonly type: "message.delta";
    readonly id: string;
    readonly chunk: number;
    readonly text: string;
} | {
    readonly type: "typing";
    readonly author: Author;
    readonly state: string | null;
} | {
    readonly type: "unknown";
};
/** @throws CablechatError `invalid_response` where a frame of a known type breaks the contract */
export declare function decodeFrame(json: unknown): Frame;
