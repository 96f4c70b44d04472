import type { ChannelStatus } from "../channels/application-channel.ts";
import type { ConnectionStatus } from "../core/connection-status.ts";
import type { BootstrapLoop } from "./bootstrap-loop.ts";

export interface ConnectionFacts {
  online: boolean;
  bootstrap: Pick<BootstrapLoop, "running" | "retryInMs">;
  /** `idle` before there is a conversation to follow. */
  channel: ChannelStatus;
  /**
   * What is followed; `null` before there is anything to follow. Caught up without being confirmed it is where it is
   * polled.
   */
  thread: { readonly confirmed: boolean; readonly caughtUp: boolean } | null;
  /** Whether it was ever confirmed. */
  wasConfirmed: boolean;
}

/** One honest word for all that goes on below. */
export function connectionStatus(facts: ConnectionFacts): ConnectionStatus {
  const { bootstrap, channel, thread } = facts;
  const { retryInMs } = bootstrap;
  if (channel.state === "closed") return channel;
  if (!bootstrap.running && channel.state === "idle") return { state: "idle" };
  // Before what the socket says: it does not know yet.
  if (!facts.online) return { state: "offline" };
  if (thread?.confirmed) return { state: "connected", caughtUp: thread.caughtUp };
  if (thread?.caughtUp) return { state: "polling" };
  if (channel.state === "waiting") return { ...channel, state: "reconnecting" };
  const attempt = channel.state === "connecting" ? channel.attempt : 0;
  if (facts.wasConfirmed || attempt > 0 || retryInMs !== null) return { state: "reconnecting", attempt, retryInMs };
  return { state: "connecting" };
}
