import { opensByItself } from "../components/auto-open.ts";
import { dispatchReady, listen } from "../components/host-events.ts";
import { Launcher } from "../components/launcher/launcher.ts";
import { launcherCss } from "../components/launcher/launcher.styles.ts";
import type { Settings } from "../components/settings.ts";
import { keyValueStorage } from "../browser/session-storage.ts";
import { storageKey } from "../core/storage-key.ts";
import { launcherStrings } from "../locales/en.ts";
import { METHOD_NAMES } from "./method-names.ts";

type Host = HTMLElement & Record<string, unknown>;
type Call = (element: Host) => void;

/**
 * `<cable-chat>` until the panel's script is there: the launcher, and methods that wait. When the element is defined
 * it keeps the launcher's very nodes, and what was called meanwhile is done in order.
 */
export class StandIn {
  readonly #host: Host;
  readonly #load: () => Promise<void>;
  readonly #launcher: Launcher | null;
  readonly #life = new AbortController();
  #calls: Call[] = [];
  #state: "idle" | "loading" | "failed" = "idle";

  constructor(host: HTMLElement, settings: Settings, load: () => Promise<void>) {
    this.#host = host as Host;
    this.#load = load;
    this.#launcher = settings.position === "inline" ? null : this.#addLauncher();
    this.#addMethods();
    this.#render();
    void customElements.whenDefined(host.localName).then(() => this.#handOver());
    if (this.#launcher === null || isNeeded(host, settings)) this.#need();
  }

  /** Says `ready`, once everything queued has been told of the element. */
  ready(): void {
    dispatchReady(this.#host);
  }

  #addLauncher(): Launcher {
    const root = this.#host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(launcherCss);
    root.adoptedStyleSheets = [sheet];
    const launcher = new Launcher(root);
    const { signal } = this.#life;
    launcher.button.addEventListener("click", () => this.#later("open", []), { signal });
    // Who points at it is about to press it: the script is there by then.
    launcher.button.addEventListener("pointerenter", () => this.#state === "idle" && this.#need(), { signal });
    return launcher;
  }

  #addMethods(): void {
    const host = this.#host;
    const define = (name: string, value: unknown) => Object.defineProperty(host, name, { configurable: true, value });
    for (const name of METHOD_NAMES) define(name, (...args: unknown[]) => this.#later(name, args));
    define("on", (name: "ready", listener: () => void) => listen(host, name, listener));
    define("destroy", () => host.remove());
    for (const hide of [true, false]) {
      define(hide ? "hideLauncher" : "showLauncher", () => {
        host.toggleAttribute("hide-launcher", hide);
        this.#render();
      });
    }
  }

  #later(name: string, args: unknown[]): Promise<unknown> {
    this.#need();
    return new Promise((resolve, reject) => {
      this.#calls.push((element) => {
        // A promise's executor turns what the method throws into a rejection.
        new Promise((done) => done((element[name] as (...args: unknown[]) => unknown)(...args))).then(resolve, reject);
      });
    });
  }

  #need(): void {
    if (this.#state === "loading") return;
    this.#show("loading");
    this.#load().then(undefined, (error: unknown) => {
      console.error("[cablechat]", error);
      this.#show("failed");
    });
  }

  #show(state: "loading" | "failed"): void {
    this.#state = state;
    this.#render();
  }

  #render(): void {
    const host = this.#host;
    this.#launcher?.render({
      open: false,
      unread: 0,
      label: host.getAttribute("launcher-label"),
      icon: host.getAttribute("launcher-icon"),
      hidden: host.hasAttribute("hide-launcher"),
      busy: this.#state === "loading" && this.#calls.length > 0,
      note: this.#state === "failed" && this.#calls.length > 0 ? launcherStrings.loadFailed : null,
    });
  }

  #handOver(): void {
    this.#life.abort();
    for (const name of [...METHOD_NAMES, "on"]) delete this.#host[name];
    const calls = this.#calls;
    this.#calls = [];
    for (const call of calls) call(this.#host);
  }
}

/** Whether there is something to do before anybody asks for it. */
function isNeeded(host: Element, settings: Settings): boolean {
  const { endpoint, webchat, storage } = settings;
  const session = keyValueStorage(storage).get(storageKey("session", endpoint, webchat));
  return session !== null || host.hasAttribute("open") || opensByItself(settings);
}
