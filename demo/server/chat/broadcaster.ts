/** A frame as the cable brings it (protocol/README.md, "The cable"). */
export type Frame = Readonly<Record<string, unknown>> & { readonly type: string };

/** Takes frames of one stream, as JSON text: encoded once, whatever the number of readers. */
export type Listener = (json: string) => void;

/** Who listens to which stream, in this process. Attaching takes effect before `attach` returns. */
export class Broadcaster {
  readonly #streams = new Map<string, Set<Listener>>();

  /** @returns detaches again; calling it twice is harmless */
  attach(stream: string, listener: Listener): () => void {
    const listeners = this.#streams.get(stream) ?? new Set();
    this.#streams.set(stream, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#streams.get(stream) === listeners) this.#streams.delete(stream);
    };
  }

  publish(stream: string, frame: Frame): void {
    const listeners = this.#streams.get(stream);
    if (!listeners) return;
    const json = JSON.stringify(frame);
    for (const listener of [...listeners]) listener(json);
  }
}

/** The stream of one conversation's frames. */
export function conversationStream(conversationId: number): string {
  return `conversation:${conversationId}`;
}

/** The stream that tells a session's subscriptions that it has ended. No client hears its frames. */
export function sessionStream(sessionId: number): string {
  return `session:${sessionId}`;
}

/** The stream of the heads of a webchat's conversations. */
export function headsStream(webchat: string): string {
  return `heads:${webchat}`;
}
