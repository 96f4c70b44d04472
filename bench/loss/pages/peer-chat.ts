import { fetchWithRetry } from "./fetch-with-retry.ts";

/** What the bench gives a peer's page as `window.peerConfig`; a host application would render it into its page. */
export interface PeerConfig {
  readonly base: string;
  readonly cable: string;
  readonly webchat: string;
  readonly session: string;
  readonly conversation: string;
}

interface Message {
  readonly id: string;
  readonly client_id: string | null;
  readonly body: string;
  readonly created_at: string;
}

interface MessagesPage {
  readonly messages: readonly Message[];
  readonly has_more: boolean;
}

/**
 * A chat as people write it over either client, and as well as the guides teach it:
 *
 * - Frames are taken where the Rails guide takes them ("Action Cable Overview", "Client-Side Components": `received`).
 * - On every `connected`, also the first, it fetches what came after the last message it has, page by page, checks for
 *   messages it has already, and puts each where its time belongs ("How can I get missed messages after reconnecting"
 *   of Pusher Channels, whose events are Action Cable's; neither Rails nor AnyCable's base protocol replays anything).
 * - The last message is the last that came by cable or by such a fetch. Many take the last one on the page; then one's own,
 *   sent while the line is down, hides all that came before it, and this chat lost some 140 of 187.
 * - It sends by `fetch` with an id of its own, the same at each retry, and shows the message at once. It retries as
 *   recipes for `fetch` have it, the catch-up too, and shows what it could not send as failed.
 */
export class PeerChat {
  readonly config = (window as unknown as { peerConfig: PeerConfig }).peerConfig;
  readonly #list = element("ol");
  #lastId: string | null = null;

  constructor() {
    const input = element<HTMLInputElement>("input");
    element("form").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send(input.value);
      input.value = "";
    });
  }

  get params(): { id: string; session: string; conversation: string } {
    const { webchat: id, session, conversation } = this.config;
    return { id, session, conversation };
  }

  readonly connected = async (): Promise<void> => {
    let last = this.#lastId;
    for (let more = true; more; ) {
      const response = await this.#fetch(last === null ? "" : `?after_id=${last}`);
      const page = (await response.json()) as MessagesPage;
      for (const message of page.messages) this.#upsert(message);
      last = page.messages.at(-1)?.id ?? last;
      this.#lastId = last;
      more = page.has_more;
    }
  };

  readonly received = (frame: unknown): void => {
    const { type, message } = frame as { type: string; message: Message };
    if (type !== "message") return;
    this.#lastId = message.id;
    this.#upsert(message);
  };

  async #send(body: string): Promise<void> {
    const clientId = crypto.randomUUID();
    const row = this.#row(body);
    row.dataset["clientId"] = clientId;
    row.dataset["state"] = "pending";
    this.#list.append(row);
    try {
      const response = await this.#fetch("", {
        method: "POST",
        body: JSON.stringify({ client_id: clientId, body }),
      });
      this.#upsert((await response.json()) as Message);
    } catch (error) {
      row.dataset["state"] = "failed";
      throw error;
    }
  }

  #fetch(query: string, init: RequestInit = {}): Promise<Response> {
    const { base, webchat, session } = this.config;
    const headers = { Authorization: `Bearer ${session}`, "Content-Type": "application/json" };
    return fetchWithRetry(`${base}/webchats/${webchat}/messages${query}`, { ...init, headers, credentials: "omit" });
  }

  #upsert({ id, client_id, body, created_at }: Message): void {
    const rows = [...this.#list.children] as HTMLElement[];
    const known = rows.find(({ dataset }) => dataset["messageId"] === id || dataset["clientId"] === client_id);
    const row = known ?? this.#row(body);
    Object.assign(row.dataset, { messageId: id, createdAt: created_at, state: "sent" });
    if (client_id !== null) row.dataset["clientId"] = client_id;
    // What is still being sent stands last.
    const next = rows.find(({ dataset }) => (dataset["createdAt"] ?? "9") > created_at);
    this.#list.insertBefore(row, next ?? null);
  }

  #row(body: string): HTMLLIElement {
    const row = document.createElement("li");
    row.setAttribute("part", "message");
    const bubble = document.createElement("p");
    bubble.setAttribute("part", "bubble");
    bubble.textContent = body;
    row.append(bubble);
    return row;
  }
}

function element<T extends HTMLElement>(name: string): T {
  const found = document.querySelector<T>(name);
  if (!found) throw new Error(`There is no <${name}> on the page.`);
  return found;
}
