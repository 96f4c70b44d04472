import type { ReactiveController } from "lit";
import type { ConnectionStatus } from "../../core/connection-status.ts";
import type { Clock } from "../../core/ports.ts";
import type { ControllerHost } from "../widget-element.ts";

/** Trouble shorter than this is not worth a word: most drops are over before anybody has noticed. */
export const BANNER_DELAY_MS = 1000;

const CALM: readonly (string | undefined)[] = [undefined, "idle", "connected", "polling"];

/** Decides when the connection's trouble has lasted long enough to be told. */
export class BannerController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #clock: Pick<Clock, "setTimeout">;
  readonly #status: () => ConnectionStatus | undefined;
  #cancel: (() => void) | undefined;
  #lasting = false;

  constructor(host: ControllerHost, clock: Pick<Clock, "setTimeout">, status: () => ConnectionStatus | undefined) {
    this.#host = host;
    this.#clock = clock;
    this.#status = status;
    host.addController(this);
  }

  /** The status to tell of, while there is something to say. */
  get trouble(): ConnectionStatus | undefined {
    return this.#lasting ? this.#status() : undefined;
  }

  hostUpdate(): void {
    if (CALM.includes(this.#status()?.state)) this.hostDisconnected();
    else {
      this.#cancel ??= this.#clock.setTimeout(() => {
        this.#lasting = true;
        this.#host.requestUpdate();
      }, BANNER_DELAY_MS);
    }
  }

  hostDisconnected(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#lasting = false;
  }
}
