import type { Http } from "../api/http.js";
import type { ApplicationChannel } from "../channels/application-channel.js";
import type { ConnectionStatus } from "../core/connection-status.js";
import { CablechatError } from "../core/errors.js";
import type { CableIdentifier } from "../core/ports.js";
import type { Webchat } from "../core/webchat.js";
import type { DeskOptions, DeskPorts } from "./desk-options.js";
export interface DeskLineEvents {
    /** The settings are here, and so is the channel: `application` is set from now on. */
    ready(): void;
    /** The list's stream stands, on the present socket. */
    confirmed(): void;
    received(data: unknown): void;
    /** Time to compare with the backend, while somebody looks. */
    look(): void;
    /** The connection may be another one than before. */
    progressed(): void;
    failed(error: CablechatError): void;
}
/** The desk's way to its backend: settings, socket, and the subscription to the list. */
export declare class DeskLine {
    #private;
    constructor(options: DeskOptions, ports: DeskPorts, http: Http, events: DeskLineEvents);
    get webchat(): Webchat | null;
    /** `null` until `ready`. */
    get application(): ApplicationChannel | null;
    get confirmed(): boolean;
    /** What the staff's channel is called by. */
    get identifier(): CableIdentifier;
    status(caughtUp: boolean): ConnectionStatus;
    start(): void;
    /** The page has been shown or hidden, or the network is back. */
    refresh(): void;
    stop(): void;
}
