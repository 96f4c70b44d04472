/** Trouble shorter than this is not worth a word: most drops are over before anybody has noticed. */
export const BANNER_DELAY_MS = 1000;
const CALM = [undefined, "idle", "connected", "polling"];
/** Decides when the connection's trouble has lasted long enough to be told. */
export class BannerController {
    #host;
    #clock;
    #status;
    #cancel;
    #lasting = false;
    constructor(host, clock, status) {
        this.#host = host;
        this.#clock = clock;
        this.#status = status;
        host.addController(this);
    }
    /** The status to tell of, while there is something to say. */
    get trouble() {
        return this.#lasting ? this.#status() : undefined;
    }
    hostUpdate() {
        if (CALM.includes(this.#status()?.state))
            this.hostDisconnected();
        else {
            this.#cancel ??= this.#clock.setTimeout(() => {
                this.#lasting = true;
                this.#host.requestUpdate();
            }, BANNER_DELAY_MS);
        }
    }
    hostDisconnected() {
        this.#cancel?.();
        this.#cancel = undefined;
        this.#lasting = false;
    }
}
//# sourceMappingURL=banner-controller.js.map