import { Emitter } from "../core/emitter.js";
import { newLine } from "./cable-line.js";
import { MAX_RECONNECT_DELAY_MS, reconnectDelayMs } from "./reconnect-delay.js";
const UNCONFIRMED_MS = 5_000;
/** A confirmation that has held so long makes the server trusted again. */
const HELD_MS = 3_000;
/**
 * Which socket is alive. Owns the sockets of one cable URL and nothing else: at most one socket and one attempt at a
 * time, a `CableLine` each; what an older one still says is ignored.
 *
 * "Disconnected" will be retried, "closed" will not, until somebody subscribes anew.
 */
export class ApplicationChannel {
    #url;
    #ports;
    #options;
    #slots = new Map();
    #retired = new Set();
    #foreground = new Set();
    #events;
    #status = { state: "idle" };
    /** How many attempts have failed since the last one that held. */
    #attempt = 0;
    #dueAt = 0;
    #notBefore = 0;
    #line = null;
    #cancelAttempt = null;
    #stopListening = null;
    constructor(url, ports, options = {}) {
        this.#url = url;
        this.#ports = ports;
        this.#options = options;
        this.#events = new Emitter(ports.reportError);
    }
    get status() {
        return this.#status;
    }
    on(name, listener) {
        return this.#events.on(name, listener);
    }
    /** Stays subscribed across sockets until `unsubscribe()` or a rejection. The first subscription opens the socket. */
    subscribe(identifier, events) {
        const key = JSON.stringify(identifier);
        const owners = new Emitter(this.#ports.reportError);
        const slot = this.#slots.get(key) ?? { identifier, owners, state: "wanted", cable: null };
        this.#slots.set(key, slot);
        let left = false;
        const stop = slot.owners.on("told", (tell) => tell(events));
        // The server says either only once; who comes later is told as well, but not before it has its subscription in hand.
        const { state } = slot;
        queueMicrotask(() => {
            if (left || state !== slot.state)
                return;
            if (state === "confirmed")
                events.onSubscriptionConfirmed();
            if (state === "rejected")
                events.onRejected();
        });
        if (this.#status.state === "idle" || this.#status.state === "closed") {
            this.#stopListening ??= this.#ports.lifecycle.listen((event) => this.#onPageEvent(event));
            this.#connectAnew();
        }
        else if (this.#retired.has(key))
            this.#replace(false);
        else if (this.#status.state === "open")
            this.#ask(slot);
        return {
            perform: (action, data) => {
                if (slot.state === "confirmed")
                    slot.cable?.perform(action, data);
            },
            unsubscribe: () => {
                if (left)
                    return;
                left = true;
                stop();
                if (slot.owners.size === 0)
                    this.#leave(key, slot);
            },
        };
    }
    /** While any holder is in the foreground, reconnection is prompt; else it is spread out. */
    setForeground(holder, foreground) {
        const { size } = this.#foreground;
        if (foreground)
            this.#foreground.add(holder);
        else
            this.#foreground.delete(holder);
        if (size === 0 && foreground)
            this.#hurry();
    }
    /** The server asked for patience (`Retry-After`): no attempt before `delayMs` have passed, capped at the maximum delay. */
    holdOff(delayMs) {
        const now = this.#ports.clock.now();
        const capMs = this.#options.maxReconnectDelayMs ?? MAX_RECONNECT_DELAY_MS;
        this.#notBefore = Math.max(this.#notBefore, now + Math.min(delayMs, capMs));
        if (this.#status.state === "waiting")
            this.#wait(this.#dueAt - now);
    }
    #connectAnew() {
        this.#attempt = 0;
        this.#connect();
    }
    #connect() {
        const line = newLine(this.#ports, {
            opened: () => this.#onOpened(),
            lost: (reason) => this.#replace(reason),
            refused: (reason) => this.#close(reason),
        });
        this.#line = line;
        this.#setStatus({ state: "connecting", attempt: this.#attempt });
        // Whoever was told may have ended it all.
        if (this.#line === line)
            line.open(this.#url);
    }
    #onOpened() {
        this.#setStatus({ state: "open" });
        for (const slot of this.#slots.values())
            this.#ask(slot);
    }
    /** Once a socket. */
    #ask(slot) {
        const line = this.#line;
        if (slot.state !== "wanted" || !line?.socket)
            return;
        const tell = line.ifLive((what) => slot.owners.emit("told", what));
        slot.state = "asked";
        line.later(UNCONFIRMED_MS, () => slot.state === "asked" && this.#replace(false));
        slot.cable = line.socket.subscribe(slot.identifier, {
            confirmed: line.ifLive(() => {
                if (slot.state !== "asked")
                    return;
                slot.state = "confirmed";
                line.later(HELD_MS, () => {
                    this.#attempt = 0;
                });
                tell((owner) => owner.onSubscriptionConfirmed());
            }),
            rejected: line.ifLive(() => {
                slot.state = "rejected";
                slot.cable = null;
                tell((owner) => owner.onRejected());
            }),
            received: (data) => tell((owner) => owner.onReceived(data)),
        });
    }
    /** Every reason to want another socket ends here; several at once make one attempt. */
    #replace(wordless) {
        this.#wait(this.#delayMs());
        this.#events.emit("replaced", wordless);
        this.#tellLost();
    }
    #close(reason) {
        this.#drop();
        this.#setStatus({ state: "closed", reason });
        this.#tellLost();
    }
    /** The timer is set first, since whoever is told may end it all. */
    #wait(delayMs) {
        this.#drop();
        const { clock } = this.#ports;
        const now = clock.now();
        const retryInMs = Math.max(delayMs, this.#notBefore - now, 0);
        this.#dueAt = now + retryInMs;
        this.#cancelAttempt = clock.setTimeout(() => {
            this.#attempt += 1;
            this.#connect();
        }, retryInMs);
        this.#setStatus({ state: "waiting", attempt: this.#attempt, retryInMs });
    }
    #delayMs() {
        return reconnectDelayMs(this.#options, this.#attempt, this.#ports.random.fraction(), this.#foreground.size > 0);
    }
    /** Somebody looks, or the network is back: what was waiting need not wait as long; it never waits longer. */
    #hurry() {
        if (this.#status.state !== "waiting")
            return;
        this.#attempt = 0;
        this.#wait(Math.min(this.#delayMs(), this.#dueAt - this.#ports.clock.now()));
    }
    #onPageEvent(event) {
        if (event === "online" || event === "restored") {
            // The old socket belongs to a network, or a page life, that is over; often it does not know yet.
            if (this.#line) {
                this.#attempt = 0;
                this.#replace(true);
            }
            else
                this.#hurry();
        }
        else if (event === "visible") {
            this.#line?.check();
            if (this.#foreground.size > 0)
                this.#hurry();
        }
    }
    #leave(key, slot) {
        this.#slots.delete(key);
        // Commands of one connection run on a pool: a subscribe could overtake this unsubscribe. So never twice on a socket.
        if (this.#line && slot.state !== "wanted")
            this.#retired.add(key);
        slot.state = "wanted";
        slot.cable?.unsubscribe();
        if (this.#slots.size > 0)
            return;
        this.#drop();
        this.#stopListening?.();
        this.#stopListening = null;
        this.#setStatus({ state: "idle" });
    }
    #drop() {
        this.#cancelAttempt?.();
        this.#line?.end();
        this.#line = null;
        this.#retired.clear();
    }
    #tellLost() {
        for (const slot of this.#slots.values()) {
            slot.cable = null;
            if (slot.state !== "asked" && slot.state !== "confirmed")
                continue;
            slot.state = "wanted";
            slot.owners.emit("told", (owner) => owner.onDisconnect());
        }
    }
    #setStatus(status) {
        this.#status = status;
        this.#events.emit("status", status);
    }
}
//# sourceMappingURL=application-channel.js.map