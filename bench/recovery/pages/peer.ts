/** What the bench gives a peer's page as `window.peerConfig`. */
export interface PeerConfig {
  readonly base: string;
  readonly cable: string;
  readonly webchat: string;
  readonly session: string;
  readonly conversation: string;
  /** The last message known, as a page that has just been rendered knows it. */
  readonly lastId: string;
}

/** What every contestant's page tells the bench. */
export interface MeasuredPage extends Window {
  /** Resolves once the subscription is confirmed and the message `id` is here. @returns wall-clock milliseconds */
  recovered(id: string): Promise<number>;
}

interface Row {
  readonly id: string;
}

/**
 * A page as the documentation of either client teaches it: on `connected` it fetches what came after the last message
 * it has, and takes live ones as they come.
 */
export class Peer {
  readonly config = (window as unknown as { peerConfig: PeerConfig }).peerConfig;
  readonly #known = new Set<string>();
  #lastId = this.config.lastId;
  #confirmed = false;
  #waiting: { id: string; resolve: (atMs: number) => void } | null = null;

  constructor() {
    (window as unknown as { recovered: MeasuredPage["recovered"] }).recovered = (id) =>
      new Promise((resolve) => {
        this.#waiting = { id, resolve };
        this.#tell();
      });
  }

  get params(): { id: string; session: string; conversation: string } {
    const { webchat: id, session, conversation } = this.config;
    return { id, session, conversation };
  }

  readonly connected = async (): Promise<void> => {
    this.#confirmed = true;
    const { base, webchat, session } = this.config;
    for (let more = true; more; ) {
      const response = await fetch(`${base}/webchats/${webchat}/messages?after_id=${this.#lastId}`, {
        headers: { Authorization: `Bearer ${session}` },
        credentials: "omit",
      });
      const { messages, has_more } = (await response.json()) as { messages: Row[]; has_more: boolean };
      for (const message of messages) this.#take(message);
      more = has_more;
    }
    this.#tell();
  };

  readonly disconnected = (): void => {
    this.#confirmed = false;
  };

  readonly received = (frame: unknown): void => {
    const { type, message } = frame as { type: string; message: Row };
    if (type !== "message") return;
    this.#take(message);
    this.#tell();
  };

  #take({ id }: Row): void {
    this.#known.add(id);
    this.#lastId = id;
  }

  #tell(): void {
    const waiting = this.#waiting;
    if (!waiting || !this.#confirmed || !this.#known.has(waiting.id)) return;
    this.#waiting = null;
    waiting.resolve(Date.now());
  }
}
