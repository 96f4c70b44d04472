import { CablechatError } from "../core/errors.js";
import { outcomeOf } from "../core/outcome.js";
import { unanswered } from "../core/unanswered.js";
import { decodeProblem } from "./decode.js";
/** Gives up on a request when nothing has come for so long. */
const TIMEOUT_MS = 15_000;
/** On a line in doubt, how long the first try may take to be answered; each further one twice as long. */
const DOUBTED_MS = TIMEOUT_MS / 16;
/** No server is left alone for longer. Beyond 2³¹ ms a timer would fire at once, and again, and again. */
const DAY_MS = 86_400_000;
/**
 * JSON over HTTP: one request, its answer as unknown JSON, every failure as a `CablechatError`.
 * Whatever goes this way may be asked twice: the contract's calls are idempotent (protocol/README.md, "REST").
 */
export class Http {
    #options;
    #underWay = new Set();
    #timeoutMs = TIMEOUT_MS;
    constructor(options) {
        this.#options = options;
    }
    /**
     * The socket beside it was found silent, and the connections a browser keeps for requests may be as dead: what is
     * under way is asked anew, and until an answer comes a connection that gives none is soon left for another one.
     */
    doubtLine() {
        this.#timeoutMs = DOUBTED_MS;
        for (const giveUp of this.#underWay)
            giveUp();
    }
    /**
     * @param path what the reader's calls are below, e.g. `/webchats/acme`
     * @param bearer the bearer secret at the time of a call; `null` before there is one
     */
    reader(path, bearer) {
        return (method, below, signal, body, query) => this.request({ method, path: path + below, bearer: bearer(), signal, body, query });
    }
    /** @throws CablechatError `aborted`, `timeout`, `network`, `not_json`, or what the server's status and `code` say */
    async request(request) {
        for (;;) {
            const outcome = await outcomeOf(this.#ask(request));
            if (!(outcome instanceof CablechatError))
                return outcome;
            if (outcome.code !== "timeout" || this.#timeoutMs >= TIMEOUT_MS)
                throw outcome;
            this.#timeoutMs *= 2;
        }
    }
    async #ask({ method, path, query = {}, body, bearer, signal }) {
        const { endpoint, fetch, clock } = this.#options;
        const known = Object.entries(query).flatMap(([name, value]) => value == null ? [] : `${name}=${encodeURIComponent(value)}`);
        const search = known.join("&");
        const isForm = body instanceof FormData;
        const controller = new AbortController();
        const giveUp = () => controller.abort();
        let cancelTimeout;
        const heard = () => {
            cancelTimeout?.();
            cancelTimeout = clock.setTimeout(giveUp, this.#timeoutMs);
        };
        signal?.addEventListener("abort", giveUp);
        if (signal?.aborted)
            giveUp();
        this.#underWay.add(giveUp);
        // Of an upload nothing is heard until it is there: whoever asks for one gives it its time.
        if (!isForm)
            heard();
        try {
            const response = await fetch(endpoint.replace(/\/+$/, "") + path + (search && `?${search}`), {
                method,
                headers: {
                    Accept: "application/json",
                    ...(bearer && { Authorization: `Bearer ${bearer}` }),
                    ...(body !== undefined && !isForm && { "Content-Type": "application/json" }),
                },
                body: isForm ? body : JSON.stringify(body),
                credentials: "omit",
                signal: controller.signal,
            });
            this.#timeoutMs = TIMEOUT_MS;
            return await readAnswer(response, heard);
        }
        catch (cause) {
            if (cause instanceof CablechatError)
                throw cause;
            // What else `fetch` rejects with is a TypeError that hides its reason on purpose: no network, or CORS.
            const code = signal?.aborted ? "aborted" : controller.signal.aborted ? "timeout" : "network";
            throw unanswered(code, cause);
        }
        finally {
            cancelTimeout?.();
            this.#underWay.delete(giveUp);
            signal?.removeEventListener("abort", giveUp);
        }
    }
}
/** What was asked for is done where the answer is empty on purpose (204): `null`. */
async function readAnswer({ ok, status, headers, body }, heard) {
    if (status === 204)
        return null;
    // Piece by piece, so that a slow line is told from a dead one.
    const reader = body?.getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
        heard();
        text += decoder.decode(piece.value, { stream: true });
    }
    const json = parse(text);
    if (ok && json !== undefined)
        return json;
    if (ok)
        throw new CablechatError("not_json", "No JSON: wrong mount point?", { status });
    const { code, detail, errors: fields } = decodeProblem(json);
    const seconds = Number.parseFloat(headers.get("Retry-After") ?? "");
    throw new CablechatError(code ?? (status === 404 ? "not_found" : "request_failed"), detail ?? `HTTP ${status}`, {
        status,
        retryable: status >= 500 || [408, 425, 429].includes(status),
        // Seconds only: a date would be compared with this machine's clock, which may be wrong.
        ...(seconds >= 0 && { retryAfterMs: Math.min(seconds * 1000, DAY_MS) }),
        fields,
    });
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // The named case: a proxy's HTML page or an empty body. The caller turns it into an error with the status.
        return undefined;
    }
}
//# sourceMappingURL=http.js.map