import type { CableUrl } from "./channels/application-channel.js";
import type { KeyValueStorage, Ports, RecordStorage, TabChannel } from "./core/ports.js";
import type { OutboxEntry } from "./outbox/outbox-entry.js";
import type { StorageKind } from "./session/session-keeper.js";
/** Which webchat a chat is for, and how it reaches it. */
export interface ChatOptions {
    /** The backend's mount point, absolute, e.g. `https://app.example.com/cablechat`. */
    endpoint: string;
    /** The webchat's public id. */
    webchat: string;
    /** The cable's URL, or a function giving it at each attempt. @default the bootstrap's */
    cable?: CableUrl | undefined;
    /** The channel's name. @default the bootstrap's */
    channel?: string | undefined;
    /** The ceiling of the first reconnection delay, in milliseconds. @default 1000 */
    reconnectDelayMs?: number | undefined;
    /** No reconnection delay is longer, in milliseconds. @default 30000 */
    maxReconnectDelayMs?: number | undefined;
    /** Where the session is kept; what is not sent yet is kept with `local` only, else in memory. @default "local" */
    storage?: StorageKind | undefined;
}
/** All that a chat needs of its surroundings. In a browser each has a default (`browserPorts`). */
export interface ChatPorts extends Ports {
    sessionStorage(kind: StorageKind): KeyValueStorage;
    outboxStorage(key: string): RecordStorage<OutboxEntry>;
    /** `heard` is called with what other tabs tell under the same name. */
    tabChannel(name: string, heard: (news: unknown) => void): TabChannel;
}
/** @throws CablechatError `invalid_configuration`, naming the option and the remedy */
export declare function assertChatOptions({ endpoint, webchat }: ChatOptions): void;
