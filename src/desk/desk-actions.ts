import type { AgentConversationsAPI } from "../api/agent-conversations-api.ts";
import type { Conversation } from "../core/conversation.ts";
import type { Message } from "../core/message.ts";
import { validBody } from "../outbox/valid-body.ts";

export interface DeskActionsOptions {
  api: Omit<AgentConversationsAPI, "list" | "messages" | "seen">;
  signal: AbortSignal;
  /** A conversation as the backend has answered. */
  learned(conversation: Conversation): void;
  merged(conversation: string, message: Message): void;
}

/**
 * What an agent does besides writing. Each is one request, tried once: it fails visibly, since doing it later, when
 * nobody expects it any more, helps no one. Every method throws what the backend says, as a `CablechatError`.
 */
export class DeskActions {
  readonly #options: DeskActionsOptions;

  constructor(options: DeskActionsOptions) {
    this.#options = options;
  }

  close(conversation: string): Promise<void> {
    const { api, signal } = this.#options;
    return this.#learn(api.close(conversation, signal));
  }

  reopen(conversation: string): Promise<void> {
    const { api, signal } = this.#options;
    return this.#learn(api.reopen(conversation, signal));
  }

  /** @param name who takes the conversation; `null` gives it back */
  assign(conversation: string, name: string | null): Promise<void> {
    const { api, signal } = this.#options;
    return this.#learn(api.assign(conversation, name, signal));
  }

  /** Only one's own message. @throws CablechatError `invalid` for an empty or too long text */
  async edit(conversation: string, messageId: string, text: string): Promise<void> {
    const { api, signal, merged } = this.#options;
    merged(conversation, await api.edit(conversation, messageId, validBody(text), signal));
  }

  /** Only one's own message. */
  async remove(conversation: string, messageId: string): Promise<void> {
    const { api, signal, merged } = this.#options;
    merged(conversation, await api.remove(conversation, messageId, signal));
  }

  async #learn(call: Promise<Conversation | null>): Promise<void> {
    const conversation = await call;
    if (conversation) this.#options.learned(conversation);
  }
}
