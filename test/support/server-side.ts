import type { CableIdentifier } from "../../src/core/ports.ts";

/** What a client sends over a cable. */
export interface CableCommand {
  readonly command: string;
  readonly identifier: string;
  readonly data?: string;
}

/** The server's end of one cable socket. */
export interface ServerSide {
  /** Everything the client has sent so far. */
  readonly commands: readonly CableCommand[];
  send(text: string): void;
  /** Closes the socket. */
  end(): void;
}

/** The frames of `actioncable-v1-json`, as text. */
export const frames = {
  welcome: JSON.stringify({ type: "welcome" }),
  ping: JSON.stringify({ type: "ping", message: 1_795_232_880 }),
  confirm: (identifier: CableIdentifier) =>
    JSON.stringify({ identifier: JSON.stringify(identifier), type: "confirm_subscription" }),
  reject: (identifier: CableIdentifier) =>
    JSON.stringify({ identifier: JSON.stringify(identifier), type: "reject_subscription" }),
  message: (identifier: CableIdentifier, message: unknown) =>
    JSON.stringify({ identifier: JSON.stringify(identifier), message }),
  disconnect: (reason: string, reconnect?: boolean) => JSON.stringify({ type: "disconnect", reason, reconnect }),
};

export const IDENTIFIER: CableIdentifier = {
  channel: "WebchatChannel",
  id: "demo",
  session: "s".repeat(43),
  conversation: "77",
};
