import { CablechatError } from "./core/errors.js";
import { Sending } from "./sending.js";
import { connectionStatus } from "./session/connection-report.js";
/** So often in a row a bootstrap may tell why the server has refused. */
const MAX_REFRESHES = 3;
/** How it stands between a visitor and the backend: the connection, and what keeps the chat from working. */
export class Standing extends Sending {
    connection = { state: "idle" };
    /** What keeps the chat from working, for the visitor to be told; `null` when nothing does. */
    problem = null;
    thread = null;
    /** Since the visitor began. */
    wasConfirmed = false;
    /** Why no further attempt is made. */
    whyRefused = null;
    /** Fetched when first somebody types, here or on the other side. */
    typists = null;
    #fetchingTypists = null;
    /** How often in a row the server has refused. */
    #refusals = 0;
    get followed() {
        return this.thread?.followed;
    }
    fail(error) {
        if (error.code !== "aborted")
            this.events.emit("error", { error });
        this.progressed();
    }
    /**
     * The conversation, the session or a token may not be what it was; a bootstrap tells. Not for ever: a wrong set-up
     * never heals.
     */
    onRefused(code, reason) {
        const error = new CablechatError(code, `Refused: ${reason}.`);
        this.thread?.leave();
        // Whoever was told may have ended it all.
        if (this.over)
            return;
        this.#refusals += 1;
        if (this.#refusals <= MAX_REFRESHES)
            this.startOver();
        else {
            this.whyRefused = reason;
            this.problem = error;
        }
        this.fail(error);
    }
    progressed() {
        if (this.over)
            return;
        const { thread } = this;
        if (thread?.confirmed) {
            this.wasConfirmed = true;
            if (thread.caughtUp)
                this.#refusals = 0;
        }
        const status = connectionStatus({
            online: this.ports.lifecycle.online,
            bootstrap: this.bootstrap,
            channel: this.whyRefused
                ? { state: "closed", reason: this.whyRefused }
                : (this.followed && this.application?.status) || { state: "idle" },
            thread,
            wasConfirmed: this.wasConfirmed,
        });
        if (JSON.stringify(status) !== JSON.stringify(this.connection)) {
            this.connection = status;
            this.events.emit("connection", status);
        }
        this.changed();
    }
    /** In the order told. Until somebody has begun there is nothing to end. */
    ofTyping(what, begins = false) {
        if (this.typists)
            return what(this.typists);
        if (begins) {
            this.#fetchingTypists ??= import("./session/typing.js").then(({ Typing }) => {
                this.typists = new Typing(this.ports.clock, {
                    changed: () => this.changed(),
                    tell: (state) => this.thread?.perform("typing", { state }),
                });
            });
        }
        this.#fetchingTypists?.then(() => this.typists && !this.over && what(this.typists), 
        // The named case: it does not load. Nobody hears of typing then.
        () => undefined);
    }
}
//# sourceMappingURL=standing.js.map