/**
 * How the chat reaches its backend.
 *
 * - `idle`: nothing is needed yet, so there is no socket
 * - `connecting`: the first socket is on its way
 * - `connected`: the subscription is confirmed; `caughtUp` tells whether the messages since the last drop are here
 * - `reconnecting`: a socket was lost; the next attempt is under way, or due in `retryInMs`
 * - `polling`: WebSockets cannot be had; catching up over HTTP at intervals
 * - `offline`: the browser says there is no network
 * - `closed`: no further attempt is made; `reason` says why
 */
export type ConnectionStatus = {
    readonly state: "idle";
} | {
    readonly state: "connecting";
} | {
    readonly state: "connected";
    readonly caughtUp: boolean;
} | {
    readonly state: "reconnecting";
    readonly attempt: number;
    readonly retryInMs: number | null;
} | {
    readonly state: "polling";
} | {
    readonly state: "offline";
} | {
    readonly state: "closed";
    readonly reason: string;
};
