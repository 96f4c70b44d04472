import type { ChatOptions, ChatPorts } from "./chat-options.js";
import type { CablechatError } from "./core/errors.js";
import type { Message } from "./core/message.js";
import type { Webchat } from "./core/webchat.js";
import { Attention } from "./session/attention.js";
import { Standing } from "./standing.js";
/** What happens between a visitor and one webchat: joins bootstrap, thread and attention to what is sent. */
export declare abstract class Visit extends Standing {
    #private;
    /** The settings; `null` before the bootstrap has answered. */
    webchat: Webchat | null;
    /** Whether the backend has ended the session, and nothing is written under the next one yet. */
    ended: boolean;
    protected readonly attention: Attention;
    constructor(options: ChatOptions, ports: ChatPorts);
    protected get uploads(): Webchat["uploads"] | undefined;
    /** Ends everything that was started. The chat cannot be used afterwards. */
    destroy(): void;
    /** Nothing is left of the visitor here; whoever looks at the panel may still wait for the settings. @param isCleared as `Outbox.leave` has it */
    protected signedOut(isCleared?: boolean): void;
    /** The settings are needed now. What is left unsent is looked for without a session too: it may have been written first. */
    protected begin(): void;
    /** What is known is wrong: the bootstrap tells anew. */
    protected startOver(): void;
    protected introduced(): void;
    protected changed(): void;
    protected onEnded(error: CablechatError): void;
    protected sentTo({ id, conversation }: Message): void;
    protected onInserted(received: Message): void;
}
