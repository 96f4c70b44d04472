import { WebchatsAPI } from "../api/webchats-api.js";
import { AgentChannel } from "../channels/agent-channel.js";
import { sharedChannel } from "../channels/shared-channels.js";
import { cableUrl } from "../core/cable-url.js";
import { CablechatError } from "../core/errors.js";
import { BootstrapLoop } from "../session/bootstrap-loop.js";
import { connectionStatus } from "../session/connection-report.js";
/** As the widget's open panel does: broadcasts can vanish on a healthy socket. */
const LOOK_INTERVAL_MS = 40_000;
/** The desk's way to its backend: settings, socket, and the subscription to the list. */
export class DeskLine {
    #options;
    #ports;
    #http;
    #events;
    #bootstrap;
    #application = null;
    #channel = null;
    #webchat = null;
    #wasConfirmed = false;
    #stopWatching = null;
    #cancelLook = null;
    constructor(options, ports, http, events) {
        this.#options = options;
        this.#ports = ports;
        this.#http = http;
        this.#events = events;
        // Asked as nobody, it answers with settings and no messages.
        const ask = http.reader(`/webchats/${encodeURIComponent(options.webchat)}`, () => null);
        const webchats = new WebchatsAPI(ask, (error) => ports.warn(error.message));
        this.#bootstrap = new BootstrapLoop(ports, {
            load: (signal) => webchats.bootstrap(signal),
            loaded: (bootstrap) => this.#loaded(bootstrap),
            failed: (error) => {
                events.failed(error);
                events.progressed();
            },
        });
    }
    get webchat() {
        return this.#webchat;
    }
    /** `null` until `ready`. */
    get application() {
        return this.#application;
    }
    get confirmed() {
        return this.#channel?.confirmed ?? false;
    }
    /** What the staff's channel is called by. */
    get identifier() {
        const { channel = "AgentChannel", webchat, token } = this.#options;
        return { channel, id: webchat, token };
    }
    status(caughtUp) {
        return connectionStatus({
            online: this.#ports.lifecycle.online,
            bootstrap: this.#bootstrap,
            channel: (this.#channel && this.#application?.status) ?? { state: "idle" },
            thread: { confirmed: this.confirmed, caughtUp: this.confirmed && caughtUp },
            wasConfirmed: this.#wasConfirmed,
        });
    }
    start() {
        this.#bootstrap.start();
    }
    /** The page has been shown or hidden, or the network is back. */
    refresh() {
        if (this.#bootstrap.running)
            this.#bootstrap.start();
        const looking = this.#channel !== null && this.#ports.lifecycle.visible;
        this.#application?.setForeground(this, looking);
        if (looking)
            this.#cancelLook ??= this.#scheduleLook();
        else
            this.#stopLooking();
    }
    stop() {
        this.#bootstrap.stop();
        this.#stopWatching?.();
        this.#channel?.leave();
        this.#channel = null;
        this.#stopLooking();
        this.#application?.setForeground(this, false);
    }
    #loaded({ webchat, cable }) {
        const { endpoint, cable: url = cableUrl(cable.url, endpoint) } = this.#options;
        const application = sharedChannel(url, this.#ports, {});
        this.#webchat = webchat;
        this.#application = application;
        const stops = [
            application.on("status", () => this.#events.progressed()),
            application.on("replaced", (wordless) => wordless && this.#http.doubtLine()),
        ];
        this.#stopWatching = () => stops.forEach((stop) => void stop());
        this.#channel = this.#newChannel(application);
        this.refresh();
        this.#channel.join();
        this.#events.ready();
        this.#events.progressed();
    }
    #scheduleLook() {
        return this.#ports.clock.setTimeout(() => {
            this.#events.look();
            this.#cancelLook = this.#scheduleLook();
        }, LOOK_INTERVAL_MS);
    }
    #stopLooking() {
        this.#cancelLook?.();
        this.#cancelLook = null;
    }
    #newChannel(application) {
        const { confirmed, received, progressed, failed } = this.#events;
        return new AgentChannel({
            application,
            identifier: this.identifier,
            events: {
                confirmed: () => {
                    this.#wasConfirmed = true;
                    confirmed();
                    progressed();
                },
                disconnected: progressed,
                rejected: () => failed(new CablechatError("invalid_token", "The server refused the agent's token.")),
                received,
            },
        });
    }
}
//# sourceMappingURL=desk-line.js.map