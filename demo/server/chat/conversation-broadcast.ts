import type { ConversationRow } from "../store/conversations.ts";
import type { MessageRow } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import type { Author } from "./author.ts";
import { type Broadcaster, conversationStream, headsStream } from "./broadcaster.ts";
import { presentAuthor, presentConversation, presentHead, presentMessage } from "./present.ts";

/** Tells the readers of a conversation, and of the list it stands in, what is committed. */
export class ConversationBroadcast {
  readonly #id: number;
  readonly #store: Store;
  readonly #broadcaster: Broadcaster;

  constructor(id: number, store: Store, broadcaster: Broadcaster) {
    this.#id = id;
    this.#store = store;
    this.#broadcaster = broadcaster;
  }

  /** Once the open transaction has committed. */
  message(message: MessageRow): void {
    const { revision } = message;
    this.#store.db.afterCommit(() => {
      this.#publish({ type: "message", revision, message: presentMessage(message) });
      this.#head();
    });
  }

  /** Once the open transaction has committed. */
  conversation(row: ConversationRow): void {
    const { revision } = row;
    this.#store.db.afterCommit(() => {
      this.#publish({ type: "conversation", revision, conversation: presentConversation(row) });
      this.#head();
    });
  }

  delta(messageId: number, chunk: number, text: string): void {
    this.#publish({ type: "message.delta", id: String(messageId), chunk, text });
  }

  typing(author: Author, state: "started" | "stopped"): void {
    this.#publish({ type: "typing", author: presentAuthor(author), state });
  }

  #publish(frame: Parameters<Broadcaster["publish"]>[1]): void {
    this.#broadcaster.publish(conversationStream(this.#id), frame);
  }

  #head(): void {
    const head = this.#store.heads.find(this.#id);
    if (!head) return;
    const last = head.last_message_id === null ? null : this.#store.messages.find(this.#id, head.last_message_id);
    this.#broadcaster.publish(headsStream(head.webchat), { type: "head", ...presentHead(head, last) });
  }
}
