import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ConnectionStatus } from "../../core/connection-status.ts";
import type { Clock } from "../../core/ports.ts";

/** Trouble shorter than this is not worth a word: most drops are over before anybody has noticed. */
export const BANNER_DELAY_MS = 1000;

/** Decides when the connection's trouble has lasted long enough to be told. */
export class BannerController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: Pick<Clock, "setTimeout">;
  readonly #status: () => ConnectionStatus | null;
  #cancel: (() => void) | null = null;
  #lasting = false;

  constructor(host: ReactiveControllerHost, clock: Pick<Clock, "setTimeout">, status: () => ConnectionStatus | null) {
    this.#host = host;
    this.#clock = clock;
    this.#status = status;
    host.addController(this);
  }

  /** The status to tell of; `null` while there is nothing to say. */
  get trouble(): ConnectionStatus | null {
    const status = this.#status();
    return this.#lasting && isTrouble(status) ? status : null;
  }

  hostUpdate(): void {
    if (!isTrouble(this.#status())) this.#reset();
    else if (!this.#lasting) this.#cancel ??= this.#clock.setTimeout(() => this.#tell(), BANNER_DELAY_MS);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #tell(): void {
    this.#cancel = null;
    this.#lasting = true;
    this.#host.requestUpdate();
  }

  #reset(): void {
    this.#stop();
    this.#lasting = false;
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}

function isTrouble(status: ConnectionStatus | null): boolean {
  return status !== null && !["idle", "connected", "polling"].includes(status.state);
}
