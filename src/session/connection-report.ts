import type { ChannelStatus } from "../channels/application-channel.ts";
import type { ConnectionStatus } from "../core/connection-status.ts";

export interface ConnectionFacts {
  online: boolean;
  /** The bootstrap is on its way, or is waiting to be tried again in so many milliseconds. */
  bootstrap: { running: boolean; retryInMs: number | null };
  /** `null` before there is a conversation to follow. */
  channel: ChannelStatus | null;
  confirmed: boolean;
  caughtUp: boolean;
  /** Whether it was ever confirmed since the conversation is followed. */
  wasConfirmed: boolean;
}

/** One honest word for all that goes on below. */
export function connectionStatus(facts: ConnectionFacts): ConnectionStatus {
  const { channel, bootstrap } = facts;
  if (facts.confirmed) return { state: "connected", caughtUp: facts.caughtUp };
  const active = bootstrap.running || (channel !== null && channel.state !== "idle");
  if (!active) return { state: "idle" };
  if (channel?.state === "closed") return { state: "closed", reason: channel.reason };
  if (!facts.online) return { state: "offline" };
  if (bootstrap.retryInMs !== null) return { state: "reconnecting", attempt: 0, retryInMs: bootstrap.retryInMs };
  if (channel?.state === "waiting") {
    return { state: "reconnecting", attempt: channel.attempt, retryInMs: channel.retryInMs };
  }
  if (facts.wasConfirmed || (channel?.state === "connecting" && channel.attempt > 0)) {
    return { state: "reconnecting", attempt: channel?.state === "connecting" ? channel.attempt : 0, retryInMs: null };
  }
  return { state: "connecting" };
}
