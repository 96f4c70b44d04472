import { dispatchReady, listen } from "../components/host-events.js";
import { launcherCss } from "../components/launcher/launcher.styles.js";
import { Launcher } from "../components/launcher/launcher.js";
import { launcherStrings } from "../locales/en.js";
import { isStored } from "./is-stored.js";
import { METHOD_NAMES } from "./method-names.js";
/**
 * `<cable-chat>` until the panel's script is there: the launcher, and methods that wait. When the element is defined
 * it keeps the launcher's very nodes, and what was called meanwhile is done in order.
 */
export class StandIn {
    #host;
    #load;
    #life = new AbortController();
    #launcher = null;
    #calls = [];
    #state = "idle";
    constructor(host, settings, load) {
        this.#host = host;
        this.#load = load;
        const inline = host.getAttribute("position") === "inline";
        if (!inline)
            this.#addLauncher();
        this.#addMethods();
        void customElements.whenDefined(host.localName).then(() => this.#handOver());
        const look = () => {
            if (host.isConnected && this.#state === "idle" && (inline || isNeeded(host, settings)))
                this.#need();
        };
        look();
        // The visitor may write for the first time in another tab.
        addEventListener("storage", look, { signal: this.#life.signal });
    }
    /** Says `ready`, once everything queued has been told of the element. */
    ready() {
        dispatchReady(this.#host);
    }
    #addLauncher() {
        const root = this.#host.attachShadow({ mode: "open" });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(launcherCss);
        root.adoptedStyleSheets = [sheet];
        this.#launcher = new Launcher(root);
        this.#render();
        const { button } = this.#launcher;
        const { signal } = this.#life;
        button.addEventListener("click", () => this.#later("open", []), { signal });
        // Who points at it is about to press it: the script is there by then.
        button.addEventListener("pointerenter", () => this.#state === "idle" && this.#need(), { signal });
    }
    #addMethods() {
        const host = this.#host;
        for (const name of METHOD_NAMES)
            host[name] = (...args) => this.#later(name, args);
        host["on"] = (name, listener) => listen(this.#host, name, listener);
        host["destroy"] = () => this.#host.remove();
        host["showLauncher"] = () => this.#hide(false);
        host["hideLauncher"] = () => this.#hide(true);
    }
    #hide(hidden) {
        this.#host.toggleAttribute("hide-launcher", hidden);
        this.#render();
    }
    #later(name, args) {
        const done = new Promise((resolve, reject) => {
            this.#calls.push(() => {
                // A promise's executor turns what the method throws into a rejection.
                new Promise((settle) => settle(this.#host[name](...args))).then(resolve, reject);
            });
        });
        this.#need();
        return done;
    }
    #need() {
        if (this.#state !== "loading") {
            this.#state = "loading";
            this.#load().catch((error) => {
                console.error("[cablechat]", error);
                this.#state = "failed";
                this.#render();
            });
        }
        this.#render();
    }
    #render() {
        const host = this.#host;
        const waiting = this.#calls.length > 0;
        this.#launcher?.render({
            open: false,
            unread: 0,
            label: host.getAttribute("launcher-label"),
            icon: host.getAttribute("launcher-icon"),
            hidden: host.hasAttribute("hide-launcher"),
            busy: waiting && this.#state === "loading",
            note: waiting && this.#state === "failed" ? launcherStrings.loadFailed : null,
        });
    }
    #handOver() {
        this.#life.abort();
        for (const name of [...METHOD_NAMES, "on"])
            delete this.#host[name];
        for (const call of this.#calls.splice(0))
            call();
    }
}
/** Whether there is something to do before anybody asks for it. */
function isNeeded(host, { endpoint, webchat }) {
    const read = (name) => host.getAttribute(name);
    const storage = read("storage");
    if (host.hasAttribute("open"))
        return true;
    if (storage !== "none" && isStored("session", storage === "session", endpoint, webchat))
        return true;
    const once = read("auto-open-once");
    if ((read("auto-open") ?? "off") === "off")
        return false;
    return once === null || !isStored("auto-open", once === "session", endpoint, webchat);
}
//# sourceMappingURL=stand-in.js.map