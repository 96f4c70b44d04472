import type { Http } from "../api/http.ts";
import { WebchatsAPI } from "../api/webchats-api.ts";
import { AgentChannel } from "../channels/agent-channel.ts";
import type { ApplicationChannel } from "../channels/application-channel.ts";
import { sharedChannel } from "../channels/shared-channels.ts";
import { cableUrl } from "../core/cable-url.ts";
import type { ConnectionStatus } from "../core/connection-status.ts";
import { CablechatError } from "../core/errors.ts";
import type { CableIdentifier } from "../core/ports.ts";
import type { Bootstrap, Webchat } from "../core/webchat.ts";
import { BootstrapLoop } from "../session/bootstrap-loop.ts";
import { connectionStatus } from "../session/connection-report.ts";
import type { DeskOptions, DeskPorts } from "./desk-options.ts";

export interface DeskLineEvents {
  /** The settings are here, and so is the channel: `application` is set from now on. */
  ready(): void;
  /** The list's stream stands, on the present socket. */
  confirmed(): void;
  received(data: unknown): void;
  /** Time to compare with the backend, while somebody looks. */
  look(): void;
  /** The connection may be another one than before. */
  progressed(): void;
  failed(error: CablechatError): void;
}

/** As the widget's open panel does: broadcasts can vanish on a healthy socket. */
const LOOK_INTERVAL_MS = 40_000;

/** The desk's way to its backend: settings, socket, and the subscription to the list. */
export class DeskLine {
  readonly #options: DeskOptions;
  readonly #ports: DeskPorts;
  readonly #http: Http;
  readonly #events: DeskLineEvents;
  readonly #bootstrap: BootstrapLoop;
  #application: ApplicationChannel | null = null;
  #channel: AgentChannel | null = null;
  #webchat: Webchat | null = null;
  #wasConfirmed = false;
  #stopWatching: (() => void) | null = null;
  #cancelLook: (() => void) | null = null;

  constructor(options: DeskOptions, ports: DeskPorts, http: Http, events: DeskLineEvents) {
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

  get webchat(): Webchat | null {
    return this.#webchat;
  }

  /** `null` until `ready`. */
  get application(): ApplicationChannel | null {
    return this.#application;
  }

  get confirmed(): boolean {
    return this.#channel?.confirmed ?? false;
  }

  /** What the staff's channel is called by. */
  get identifier(): CableIdentifier {
    const { channel = "AgentChannel", webchat, token } = this.#options;
    return { channel, id: webchat, token };
  }

  status(caughtUp: boolean): ConnectionStatus {
    return connectionStatus({
      online: this.#ports.lifecycle.online,
      bootstrap: this.#bootstrap,
      channel: (this.#channel && this.#application?.status) ?? { state: "idle" },
      thread: { confirmed: this.confirmed, caughtUp: this.confirmed && caughtUp },
      wasConfirmed: this.#wasConfirmed,
    });
  }

  start(): void {
    this.#bootstrap.start();
  }

  /** The page has been shown or hidden, or the network is back. */
  refresh(): void {
    if (this.#bootstrap.running) this.#bootstrap.start();
    const looking = this.#channel !== null && this.#ports.lifecycle.visible;
    this.#application?.setForeground(this, looking);
    if (looking) this.#cancelLook ??= this.#scheduleLook();
    else this.#stopLooking();
  }

  stop(): void {
    this.#bootstrap.stop();
    this.#stopWatching?.();
    this.#channel?.leave();
    this.#channel = null;
    this.#stopLooking();
    this.#application?.setForeground(this, false);
  }

  #loaded({ webchat, cable }: Bootstrap): void {
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

  #scheduleLook(): () => void {
    return this.#ports.clock.setTimeout(() => {
      this.#events.look();
      this.#cancelLook = this.#scheduleLook();
    }, LOOK_INTERVAL_MS);
  }

  #stopLooking(): void {
    this.#cancelLook?.();
    this.#cancelLook = null;
  }

  #newChannel(application: ApplicationChannel): AgentChannel {
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
