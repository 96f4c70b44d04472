import type { CableUrl } from "../channels/application-channel.js";
import type { Ports, RecordStorage } from "../core/ports.js";
import type { OutboxEntry } from "../outbox/outbox-entry.js";
export interface DeskOptions {
    /** The backend's mount point, absolute, e.g. `https://app.example.com/cablechat`. */
    endpoint: string;
    /** The webchat's public id. */
    webchat: string;
    /** The agent's secret. Goes into headers and cable identifiers, never into a URL. */
    token: string;
    /** The cable's URL, or a function giving it at each attempt. @default the bootstrap's */
    cable?: CableUrl | undefined;
    /** The name of the staff's channel. @default "AgentChannel" */
    channel?: string | undefined;
}
export interface DeskPorts extends Ports {
    outboxStorage(key: string): RecordStorage<OutboxEntry>;
}
/** @throws CablechatError `invalid_configuration`, naming the option and the remedy; `invalid_token` without a token */
export declare function assertDeskOptions({ endpoint, webchat, token }: DeskOptions): void;
