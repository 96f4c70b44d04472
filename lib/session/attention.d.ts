import type { ApplicationChannel } from "../channels/application-channel.js";
import type { ShownMessage } from "../core/message.js";
import type { Ports } from "../core/ports.js";
export interface AttentionEvents {
    /** In the order shown. */
    messages(): readonly ShownMessage[];
    unread(count: number): void;
    /** The visitor has just read up to here. */
    read(messageId: string): void;
    /** Whether there is no socket to tell what is new. */
    isPolling(): boolean;
    /** Time to compare with the backend: somebody looks, or it is polled. */
    look(): void;
    /** Tells the backend what was read. */
    report(messageId: string): Promise<unknown>;
}
/** Whether somebody is looking, and what follows from it: who reconnects first, and how far one has read. */
export declare class Attention {
    #private;
    isOpen: boolean;
    /** Messages of somebody else that are not read yet, as far as they are loaded. */
    unreadCount: number;
    constructor(ports: Ports, events: AttentionEvents);
    setOpen(open: boolean): void;
    setApplication(application: ApplicationChannel): void;
    /** The panel or the page has been opened, closed, shown or hidden. */
    refresh(): void;
    /** The messages have changed. */
    count(): void;
    /** What the backend says; another device may have read further, also what is not here yet. */
    learn(messageId: string | null): void;
    /** Tells the backend what it does not know yet, one call at a time. What fails is owed until the next call. */
    report(): Promise<void>;
    /** Another visitor begins: nothing is read. */
    forget(): void;
}
