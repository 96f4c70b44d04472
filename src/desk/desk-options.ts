import type { CableUrl } from "../channels/application-channel.ts";
import { CablechatError } from "../core/errors.ts";
import type { Ports, RecordStorage } from "../core/ports.ts";
import type { OutboxEntry } from "../outbox/outbox-entry.ts";

export interface DeskOptions {
  /** The backend's mount point, absolute, e.g. `https://app.example.com/cablechat`. */
  endpoint: string;
  /** The webchat's public id. */
  webchat: string;
  /** The agent's secret. Goes into headers and cable identifiers, never into a URL. */
  token: string;
  /** The cable's URL, or a function giving it at each attempt. @default the bootstrap's */
  cable?: CableUrl | undefined;
  /** The name of the staff's channel. @default "AgentChannel" */
  channel?: string | undefined;
}

export interface DeskPorts extends Ports {
  outboxStorage(key: string): RecordStorage<OutboxEntry>;
}

/** @throws CablechatError `invalid_configuration`, naming the option and the remedy; `invalid_token` without a token */
export function assertDeskOptions({ endpoint, webchat, token }: DeskOptions): void {
  if (!/^https?:\/\//i.test(endpoint) || !URL.canParse(endpoint)) {
    const remedy = "set it to the backend's mount point, e.g. https://app.example.com/cablechat";
    throw new CablechatError(
      "invalid_configuration",
      `"endpoint" is ${endpoint ? "no http(s) URL" : "missing"}: ${remedy}.`,
    );
  }
  if (webchat.trim() === "") {
    throw new CablechatError("invalid_configuration", '"webchat" is missing: set it to the webchat\'s public id.');
  }
  if (token === "") throw new CablechatError("invalid_token", '"token" is missing: set it to the agent\'s token.');
}
