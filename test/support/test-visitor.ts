import { randomBytes, randomUUID } from "node:crypto";
import type { EmbeddedServer } from "./embedded-server.ts";

export interface SentMessage {
  readonly id: string;
  readonly client_id: string;
  readonly conversation: string;
  readonly revision: number;
  readonly body: string;
  readonly state: string;
}

/** A visitor who talks HTTP to a real server. */
export class TestVisitor {
  readonly server: Pick<EmbeddedServer, "base">;
  readonly session = randomBytes(32).toString("base64url");

  constructor(server: Pick<EmbeddedServer, "base">) {
    this.server = server;
  }

  get headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.session}`, "Content-Type": "application/json" };
  }

  call(path: string, method = "GET", body?: unknown): Promise<Response> {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return fetch(`${this.server.base}/webchats/demo${path}`, { method, headers: this.headers, ...init });
  }

  /** @throws where the server refuses */
  async send(body: string, clientId: string = randomUUID()): Promise<SentMessage> {
    const response = await this.call("/messages", "POST", { client_id: clientId, body });
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return (await response.json()) as SentMessage;
  }

  /** Every message of the conversation, by revision. */
  async all(): Promise<SentMessage[]> {
    const rows: SentMessage[] = [];
    for (let revision = 0; ; ) {
      const response = await this.call(`/messages?revision=${revision}`);
      const page = (await response.json()) as { messages: SentMessage[]; revision: number; has_more: boolean };
      rows.push(...page.messages);
      if (!page.has_more) return rows;
      revision = page.revision;
    }
  }

  identifier(conversation: string): Record<string, string> {
    return { channel: "WebchatChannel", id: "demo", session: this.session, conversation };
  }
}
