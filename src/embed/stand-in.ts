import { dispatchReady, listen } from "../components/host-events.ts";
import { launcherCss } from "../components/launcher/launcher.styles.ts";
import { Launcher } from "../components/launcher/launcher.ts";
import type { RequiredSettings } from "../components/required-settings.ts";
import { launcherStrings } from "../locales/en.ts";
import { isStored } from "./is-stored.ts";
import { METHOD_NAMES } from "./method-names.ts";

type Method = (...args: unknown[]) => unknown;
type Host = HTMLElement & Record<string, unknown>;

/**
 * `<cable-chat>` until the panel's script is there: the launcher, and methods that wait. When the element is defined
 * it keeps the launcher's very nodes, and what was called meanwhile is done in order.
 */
export class StandIn {
  readonly #host: Host;
  readonly #load: () => Promise<unknown>;
  readonly #life = new AbortController();
  #launcher: Launcher | null = null;
  #calls: (() => void)[] = [];
  #state: "idle" | "loading" | "failed" = "idle";

  constructor(host: HTMLElement, settings: RequiredSettings, load: () => Promise<unknown>) {
    this.#host = host as Host;
    this.#load = load;
    const inline = host.getAttribute("position") === "inline";
    if (!inline) this.#addLauncher();
    this.#addMethods();
    void customElements.whenDefined(host.localName).then(() => this.#handOver());
    const look = () => {
      if (host.isConnected && this.#state === "idle" && (inline || isNeeded(host, settings))) this.#need();
    };
    look();
    // The visitor may write for the first time in another tab.
    addEventListener("storage", look, { signal: this.#life.signal });
  }

  /** Says `ready`, once everything queued has been told of the element. */
  ready(): void {
    dispatchReady(this.#host);
  }

  #addLauncher(): void {
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

  #addMethods(): void {
    const host: Record<string, unknown> = this.#host;
    for (const name of METHOD_NAMES) host[name] = (...args: unknown[]) => this.#later(name, args);
    host["on"] = (name: "ready", listener: () => void) => listen(this.#host, name, listener);
    host["destroy"] = () => this.#host.remove();
    host["showLauncher"] = () => this.#hide(false);
    host["hideLauncher"] = () => this.#hide(true);
  }

  #hide(hidden: boolean): void {
    this.#host.toggleAttribute("hide-launcher", hidden);
    this.#render();
  }

  #later(name: string, args: unknown[]): Promise<unknown> {
    const done = new Promise((resolve, reject) => {
      this.#calls.push(() => {
        // A promise's executor turns what the method throws into a rejection.
        new Promise((settle) => settle((this.#host[name] as Method)(...args))).then(resolve, reject);
      });
    });
    this.#need();
    return done;
  }

  #need(): void {
    if (this.#state !== "loading") {
      this.#state = "loading";
      this.#load().catch((error: unknown) => {
        console.error("[cablechat]", error);
        this.#state = "failed";
        this.#render();
      });
    }
    this.#render();
  }

  #render(): void {
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

  #handOver(): void {
    this.#life.abort();
    for (const name of [...METHOD_NAMES, "on"]) delete this.#host[name];
    for (const call of this.#calls.splice(0)) call();
  }
}

/** Whether there is something to do before anybody asks for it. */
function isNeeded(host: Element, { endpoint, webchat }: RequiredSettings): boolean {
  const read = (name: string) => host.getAttribute(name);
  const storage = read("storage");
  if (host.hasAttribute("open")) return true;
  if (storage !== "none" && isStored("session", storage === "session", endpoint, webchat)) return true;
  const once = read("auto-open-once");
  if ((read("auto-open") ?? "off") === "off") return false;
  return once === null || !isStored("auto-open", once === "session", endpoint, webchat);
}
