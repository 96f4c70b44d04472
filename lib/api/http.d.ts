import type { Clock, Fetch } from "../core/ports.js";
export interface HttpOptions {
    /** The mount point, e.g. `https://app.example.com/cablechat`. */
    endpoint: string;
    fetch: Fetch;
    clock: Clock;
}
export interface HttpRequest {
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
    path: string;
    query?: Readonly<Record<string, string | number | null | undefined>> | undefined;
    /** Sent as JSON; a form as it is. */
    body?: unknown;
    /** The bearer secret; goes into a header and nowhere else. */
    bearer: string | null;
    signal?: AbortSignal | undefined;
}
/** Asks as one reader, below one path. @throws CablechatError as `Http.request` does */
export type Ask = (method: HttpRequest["method"], below: string, signal?: AbortSignal, body?: unknown, query?: HttpRequest["query"]) => Promise<unknown>;
/**
 * JSON over HTTP: one request, its answer as unknown JSON, every failure as a `CablechatError`.
 * Whatever goes this way may be asked twice: the contract's calls are idempotent (protocol/README.md, "REST").
 */
export declare class Http {
    #private;
    constructor(options: HttpOptions);
    /**
     * The socket beside it was found silent, and the connections a browser keeps for requests may be as dead: what is
     * under way is asked anew, and until an answer comes a connection that gives none is soon left for another one.
     */
    doubtLine(): void;
    /**
     * @param path what the reader's calls are below, e.g. `/webchats/acme`
     * @param bearer the bearer secret at the time of a call; `null` before there is one
     */
    reader(path: string, bearer: () => string | null): Ask;
    /** @throws CablechatError `aborted`, `timeout`, `network`, `not_json`, or what the server's status and `code` say */
    request(request: HttpRequest): Promise<unknown>;
}
