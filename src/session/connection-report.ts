import type { ChannelStatus } from "../channels/application-channel.ts";
import type { ConnectionStatus } from "../core/connection-status.ts";

export interface ConnectionFacts {
  online: boolean;
  /** Whether the bootstrap is on its way. */
  booting: boolean;
  /** When a failed bootstrap is tried again, in milliseconds; `null` where none has failed. */
  retryInMs: number | null;
  /** `idle` before there is a conversation to follow. */
  channel: ChannelStatus;
  confirmed: boolean;
  caughtUp: boolean;
  /** Whether it was ever confirmed. */
  wasConfirmed: boolean;
}

/** One honest word for all that goes on below. */
export function connectionStatus(facts: ConnectionFacts): ConnectionStatus {
  const { channel, retryInMs } = facts;
  if (channel.state === "closed") return channel;
  if (!facts.booting && channel.state === "idle") return { state: "idle" };
  // Before what the socket says: it does not know yet.
  if (!facts.online) return { state: "offline" };
  if (facts.confirmed) return { state: "connected", caughtUp: facts.caughtUp };
  if (channel.state === "waiting") return { ...channel, state: "reconnecting" };
  const attempt = channel.state === "connecting" ? channel.attempt : 0;
  if (facts.wasConfirmed || attempt > 0 || retryInMs !== null) return { state: "reconnecting", attempt, retryInMs };
  return { state: "connecting" };
}
