import type { ReactiveController } from "lit";
import type { ConnectionStatus } from "../../core/connection-status.js";
import type { Clock } from "../../core/ports.js";
import type { ControllerHost } from "../widget-element.js";
/** Trouble shorter than this is not worth a word: most drops are over before anybody has noticed. */
export declare const BANNER_DELAY_MS = 1000;
/** Decides when the connection's trouble has lasted long enough to be told. */
export declare class BannerController implements ReactiveController {
    #private;
    constructor(host: ControllerHost, clock: Pick<Clock, "setTimeout">, status: () => ConnectionStatus | undefined);
    /** The status to tell of, while there is something to say. */
    get trouble(): ConnectionStatus | undefined;
    hostUpdate(): void;
    hostDisconnected(): void;
}
