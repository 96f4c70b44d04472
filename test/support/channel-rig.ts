import { ApplicationChannel, type CableUrl, type ChannelStatus } from "../../src/channels/application-channel.ts";
import type { ReconnectOptions } from "../../src/channels/reconnect-delay.ts";
import type { ChannelSubscription, SubscriptionEvents } from "../../src/channels/subscription-slot.ts";
import type { CableIdentifier, Ports } from "../../src/core/ports.ts";
import { PageClock } from "../simulation/page-clock.ts";
import { SimLifecycle } from "../simulation/sim-lifecycle.ts";
import { FakeCable } from "./fake-cable.ts";
import { fixedRandom } from "./fixed-random.ts";
import { frames } from "./server-side.ts";
import { sharedLock } from "./shared-lock.ts";
import { VirtualClock } from "./virtual-clock.ts";

export const CABLE_URL = "wss://app.example/cable";

export function identifier(conversation = "77"): CableIdentifier {
  return { channel: "WebchatChannel", id: "demo", conversation };
}

/** An `ApplicationChannel` whose server, clock and page a test plays. */
export class ChannelRig {
  /** Time itself; `clock` is how the page sees it. */
  readonly world: VirtualClock;
  readonly clock: PageClock;
  readonly random: ReturnType<typeof fixedRandom>;
  readonly cable = new FakeCable();
  readonly lifecycle = new SimLifecycle(true);
  readonly warnings: string[] = [];
  readonly reported: unknown[] = [];
  /** Whether each socket that was given up went without a word. */
  readonly replaced: boolean[] = [];
  readonly statuses: ChannelStatus[] = [];
  readonly ports: Ports;
  readonly channel: ApplicationChannel;

  /** @param beside another tab of the same browser: time and locks are shared */
  constructor(url: CableUrl = CABLE_URL, options: ReconnectOptions = {}, beside?: ChannelRig) {
    this.world = beside?.world ?? new VirtualClock();
    this.clock = new PageClock(this.world);
    this.random = beside?.random ?? fixedRandom();
    const { clock, random, lifecycle, cable: consumer } = this;
    this.ports = {
      clock,
      random,
      lifecycle,
      consumer,
      fetch: () => Promise.reject(new TypeError("No network here.")),
      lock: beside?.ports.lock ?? sharedLock(),
      reportError: (error) => this.reported.push(error),
      warn: (message) => this.warnings.push(message),
    };
    this.channel = new ApplicationChannel(url, this.ports, options);
    this.channel.on("replaced", (wordless) => this.replaced.push(wordless));
    this.channel.on("status", (status) => this.statuses.push(status));
  }

  /** Subscribes. What the owner is told is written into `log`. */
  subscribe(log: string[] = [], conversation = "77"): ChannelSubscription {
    const events: SubscriptionEvents = {
      onSubscriptionConfirmed: () => log.push("confirmed"),
      onDisconnect: () => log.push("disconnected"),
      onRejected: () => log.push("rejected"),
      onReceived: (data) => log.push(`received ${JSON.stringify(data)}`),
    };
    return this.channel.subscribe(identifier(conversation), events);
  }

  welcome(): void {
    this.cable.last.send(frames.welcome);
  }

  confirm(conversation = "77"): void {
    this.cable.last.send(frames.confirm(identifier(conversation)));
  }

  /** Subscribed, welcomed, confirmed. */
  connected(log: string[] = []): ChannelSubscription {
    const subscription = this.subscribe(log);
    this.welcome();
    this.confirm();
    return subscription;
  }

  /** Time goes by and the server pings as it does, every 3 s. */
  async pinging(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 3_000) {
      await this.world.advance(Math.min(left, 3_000));
      this.cable.last.send(frames.ping);
    }
  }

  /** Until there is one more socket, for at most `maxMs`. @returns after how long it came, `null` if it did not */
  async nextSocket(maxMs: number): Promise<number | null> {
    const [count, from] = [this.cable.sockets.length, this.world.now()];
    const came = await this.world.runUntil(() => this.cable.sockets.length > count, maxMs);
    return came ? this.world.now() - from : null;
  }
}
