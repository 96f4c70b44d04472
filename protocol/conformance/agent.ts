import { randomUUID } from "node:crypto";
import type { Backend, Call, Result } from "./backend.ts";
import { collect, type PageQuery, pagePath } from "./paging.ts";
import type { WireConversation, WireHead, WireMessage, WirePage } from "./wire.ts";

/** The agent's side of the backend under test. */
export class Agent {
  readonly backend: Backend;

  constructor(backend: Backend) {
    this.backend = backend;
  }

  get auth(): { readonly bearer: string } {
    return { bearer: this.backend.target.agentToken };
  }

  heads(query = ""): Promise<{ conversations: WireHead[]; has_more: boolean }> {
    return this.backend.expect(200, "heads-page", `/agent/conversations${query}`, this.auth);
  }

  async head(conversation: string): Promise<WireHead> {
    const { conversations } = await this.heads();
    const head = conversations.find((candidate) => candidate.conversation.id === conversation);
    if (!head) throw new Error(`Conversation ${conversation} is not in the agent's list.`);
    return head;
  }

  reply(conversation: string, body: string): Promise<WireMessage> {
    return this.backend.expect(201, "message", `${this.path(conversation)}/messages`, {
      method: "POST",
      body: { client_id: randomUUID(), body },
      ...this.auth,
    });
  }

  edit(message: WireMessage, body: string): Promise<WireMessage> {
    return this.#message(message, { method: "PATCH", body: { body } });
  }

  delete(message: WireMessage): Promise<WireMessage> {
    return this.#message(message, { method: "DELETE" });
  }

  page(conversation: string, query: PageQuery): Promise<WirePage> {
    return this.backend.expect(200, "messages-page", pagePath(`${this.path(conversation)}/messages`, query), this.auth);
  }

  collect(conversation: string, query: PageQuery): Promise<WireMessage[]> {
    return collect((next) => this.page(conversation, next), query);
  }

  /** Something that changes the conversation: `close`, `reopen`, `assignee`, `seen`. */
  async change(conversation: string, method: string, what: string, body?: unknown): Promise<WireConversation> {
    const answer = await this.backend.expect<{ conversation: WireConversation }>(
      200,
      "conversation-answer",
      `${this.path(conversation)}/${what}`,
      { method, body, ...this.auth },
    );
    return answer.conversation;
  }

  call(path: string, call: Call = {}): Promise<Result> {
    return this.backend.call(`/agent${path}`, { ...this.auth, ...call });
  }

  identifier(conversation?: string): string {
    const { agentChannel: channel, webchat: id, agentToken: token } = this.backend.target;
    return JSON.stringify({ channel, id, token, ...(conversation === undefined ? {} : { conversation }) });
  }

  path(conversation: string): string {
    return `/agent/conversations/${encodeURIComponent(conversation)}`;
  }

  #message({ id, conversation }: WireMessage, call: Call): Promise<WireMessage> {
    return this.backend.expect(200, "message", `${this.path(conversation)}/messages/${id}`, { ...call, ...this.auth });
  }
}
