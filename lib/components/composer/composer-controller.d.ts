import type { ChatView } from "../chat-view.js";
import type { ControllerHost } from "../widget-element.js";
import type { Enclosures } from "./enclosures.js";
/** The most a message may hold, in characters (protocol/README.md, "Limits"). */
export declare const BODY_LIMIT = 10000;
/** What a composer asks of whatever it writes to. */
export type ComposerTarget = Pick<ChatView, "draft" | "send" | "notifyTyping">;
/** What somebody is writing, and its way to the chat. */
export interface ComposerController {
    readonly text: string;
    /** Whether the chat has refused this very text. */
    readonly refused: boolean;
    /** Characters, not UTF-16 units: an emoji is one. */
    readonly length: number;
    readonly sendable: boolean;
    /** What can go with the text, once it has been fetched. */
    enclosures?: Enclosures;
    /** Another text in place of this one: of the conversation that is turned to, or none. */
    clear(text?: string): void;
    focus(): void;
    readonly onInput: (event: Event) => void;
    readonly onKeydown: (event: KeyboardEvent) => void;
    readonly onSubmit: () => void;
}
export declare function createComposerController(host: ControllerHost, chat: () => ComposerTarget | null): ComposerController;
