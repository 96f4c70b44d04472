import { randomUUID } from "node:crypto";
import { type Backend, newSession, type Result } from "./backend.ts";
import { CableClient } from "./cable-client.ts";
import { collect, type PageQuery, pagePath } from "./paging.ts";
import type { WireBootstrap, WireConversation, WireMessage, WirePage } from "./wire.ts";

/** One visitor: a session of its own, so that no claim depends on another. */
export class Visitor {
  readonly backend: Backend;
  readonly session: string;

  constructor(backend: Backend, session = newSession()) {
    this.backend = backend;
    this.session = session;
  }

  get path(): string {
    return `/webchats/${encodeURIComponent(this.backend.target.webchat)}`;
  }

  get auth(): { readonly bearer: string } {
    return { bearer: this.session };
  }

  bootstrap(): Promise<WireBootstrap> {
    return this.backend.expect(200, "bootstrap", this.path, this.auth);
  }

  /** A new message; 201. */
  send(body: string, more: Readonly<Record<string, unknown>> = {}): Promise<WireMessage> {
    const request = { client_id: randomUUID(), body, attachments: [], reply_to: null, page: null, ...more };
    return this.backend.expect(201, "message", `${this.path}/messages`, {
      method: "POST",
      body: request,
      ...this.auth,
    });
  }

  async sendMany(count: number, prefix = "message"): Promise<WireMessage[]> {
    const sent: WireMessage[] = [];
    for (let index = 0; index < count; index += 1) sent.push(await this.send(`${prefix} ${index}`));
    return sent;
  }

  /** A send of any kind, whatever comes of it. */
  trySend(body: Readonly<Record<string, unknown>>): Promise<Result> {
    return this.backend.call(`${this.path}/messages`, { method: "POST", body, ...this.auth });
  }

  page(query: PageQuery): Promise<WirePage> {
    return this.backend.expect(200, "messages-page", pagePath(`${this.path}/messages`, query), this.auth);
  }

  /** Page by page to the end. */
  collect(query: PageQuery): Promise<WireMessage[]> {
    return collect((next) => this.page(next), query);
  }

  async conversation(): Promise<WireConversation> {
    const { conversation } = await this.bootstrap();
    if (!conversation) throw new Error("The bootstrap shows no conversation.");
    return conversation;
  }

  identifier(conversation: string, channel = "WebchatChannel"): string {
    return JSON.stringify({ channel, id: this.backend.target.webchat, session: this.session, conversation });
  }

  /** A socket, subscribed to the conversation, with the channel the bootstrap names. */
  async subscribe(conversation: string): Promise<CableClient> {
    const { cable } = await this.bootstrap();
    const client = await CableClient.open(this.backend);
    await client.confirmed(this.identifier(conversation, cable.channel));
    return client;
  }
}
