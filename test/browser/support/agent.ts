import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { Backend } from "./backend.ts";

/** A message as the backend's log has it. */
export interface LoggedMessage {
  readonly id: string;
  readonly client_id: string | null;
  readonly body: string;
  readonly state: string;
  readonly author: { readonly type: string };
}

interface LogPage {
  readonly messages: readonly LoggedMessage[];
  readonly revision: number;
  readonly has_more: boolean;
}

interface Head {
  readonly conversation: { readonly id: string };
  readonly last_message: LoggedMessage | null;
}

/** Who answers the visitor, over the agent's REST API. Straight to the backend: the faults are for the visitor. */
export class Agent {
  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Writes into a conversation; tries until the backend has it, once, however long it is down. @returns its id */
  async say(conversation: string, body: string): Promise<string> {
    const message = { client_id: randomUUID(), body };
    const path = `/conversations/${conversation}/messages`;
    const post = async () => (await this.#call<LoggedMessage>("POST", path, message)).id;
    try {
      return await post();
    } catch (error) {
      // The named cases: the backend is down (a TypeError of fetch), or about to be. It will be back.
      if (!(error instanceof TypeError || (error as Error).message.includes(": 503"))) throw error;
    }
    let id = "";
    await expect(async () => {
      id = await post();
    }).toPass({ intervals: [100] });
    return id;
  }

  /** `count` messages, one after the other: "NAME 1", "NAME 2", … */
  async sayMany(conversation: string, name: string, count: number): Promise<void> {
    for (let number = 1; number <= count; number += 1) await this.say(conversation, `${name} ${number}`);
  }

  async edit(conversation: string, id: string, body: string): Promise<void> {
    await this.#call("PATCH", `/conversations/${conversation}/messages/${id}`, { body });
  }

  async delete(conversation: string, id: string): Promise<void> {
    await this.#call("DELETE", `/conversations/${conversation}/messages/${id}`);
  }

  async close(conversation: string): Promise<void> {
    await this.#call("POST", `/conversations/${conversation}/close`);
  }

  async reopen(conversation: string): Promise<void> {
    await this.#call("POST", `/conversations/${conversation}/reopen`);
  }

  async assign(conversation: string, name: string | null): Promise<void> {
    const assignee = name === null ? null : { name, avatar_url: null };
    await this.#call("PUT", `/conversations/${conversation}/assignee`, { assignee });
  }

  /** The agent has read up to this message. */
  async see(conversation: string, message: string): Promise<void> {
    await this.#call("PUT", `/conversations/${conversation}/seen`, { up_to: message });
  }

  /** Ends the session the conversation belongs to, e.g. since the visitor's device was stolen. */
  async endSession(conversation: string): Promise<void> {
    await this.#call("DELETE", `/conversations/${conversation}/session`);
  }

  /** Everything the backend has of a conversation, in its order. */
  async log(conversation: string): Promise<readonly LoggedMessage[]> {
    const all: LoggedMessage[] = [];
    for (;;) {
      const after = all.length > 0 ? `?after_id=${all.at(-1)?.id}` : "";
      const page = await this.#call<LogPage>("GET", `/conversations/${conversation}/messages${after}`);
      all.push(...page.messages);
      if (!page.has_more) return all;
    }
  }

  /** The conversation whose last message is this one; waits for it. */
  async conversationWith(body: string): Promise<string> {
    let id = "";
    await expect(async () => {
      const { conversations } = await this.#call<{ conversations: Head[] }>("GET", "/conversations");
      id = conversations.find(({ last_message }) => last_message?.body === body)?.conversation.id ?? "";
      expect(id, `a conversation that ends with "${body}"`).not.toBe("");
    }).toPass();
    return id;
  }

  async #call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.#backend.base}/agent${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.#backend.token}`, "Content-Type": "application/json" },
      body: body ? JSON.stringify(body) : null,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
