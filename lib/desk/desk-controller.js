import { dispatch } from "../components/host-events.js";
import { CablechatError } from "../core/errors.js";
/** What the element tells as its own. */
const FORWARDED = ["connection", "unread", "error", "catchup"];
/** The element's desk: made from the properties, made anew when they change, ended with the element. */
export class DeskController {
    #host;
    #create;
    #desk = null;
    #problem = null;
    #madeFrom = [];
    #unsubscribe = [];
    constructor(host, create) {
        this.#host = host;
        this.#create = create;
        host.addController(this);
    }
    /** `null` while the element is outside a document, or a property is missing or wrong. */
    get desk() {
        return this.#desk;
    }
    /** What keeps the desk from working; `null` when nothing does. */
    get problem() {
        return this.#problem ?? this.#desk?.problem ?? null;
    }
    hostConnected() {
        this.#host.requestUpdate();
    }
    hostUpdate() {
        const { endpoint, webchat, token, cable, channel, isConnected } = this.#host;
        const from = [endpoint, webchat, token, cable, channel];
        if (!isConnected || (this.#madeFrom.length > 0 && from.every((value, index) => value === this.#madeFrom[index])))
            return;
        this.#end();
        this.#madeFrom = from;
        this.#problem = null;
        try {
            const desk = this.#create({
                endpoint: absolute(endpoint ?? "", document.baseURI),
                webchat: webchat ?? "",
                token: token ?? "",
                cable: cable ?? undefined,
                channel: channel ?? undefined,
            });
            this.#begin(desk);
        }
        catch (error) {
            // The named case: a property is missing or wrong. It is told three ways, since nothing else will happen.
            if (!(error instanceof CablechatError))
                throw error;
            this.#problem = error;
            if (error.code === "invalid_configuration")
                console.error(`<cablechat-desk>: ${error.message}`);
            dispatch(this.#host, "error", { error });
        }
    }
    /** A move within the document is no end. */
    hostDisconnected() {
        queueMicrotask(() => {
            if (!this.#host.isConnected)
                this.#end();
        });
    }
    #begin(desk) {
        this.#desk = desk;
        this.#unsubscribe = FORWARDED.map((name) => desk.on(name, (payload) => dispatch(this.#host, name, payload)));
        this.#unsubscribe.push(desk.on("change", () => this.#host.requestUpdate()));
        desk.start();
    }
    #end() {
        for (const unsubscribe of this.#unsubscribe.splice(0))
            unsubscribe();
        this.#desk?.destroy();
        this.#desk = null;
        this.#madeFrom = [];
    }
}
/** What cannot be resolved is left as it is: the desk's own check names it. */
function absolute(endpoint, base) {
    return endpoint !== "" && URL.canParse(endpoint, base) ? new URL(endpoint, base).href : endpoint;
}
//# sourceMappingURL=desk-controller.js.map