import type { ReportError } from "./ports.ts";

/** Ends a subscription made by `on()`. Calling it twice is harmless. */
export type Unsubscribe = () => void;

/**
 * Events typed by a map of name to payload.
 * A listener that throws is reported and stops nobody else.
 */
export class Emitter<Events> {
  /** Entries rather than functions, so that the same one given twice counts twice. */
  readonly #entries = new Set<{ readonly name: keyof Events; readonly listener: (payload: never) => void }>();
  readonly #reportError: ReportError;

  constructor(reportError: ReportError) {
    this.#reportError = reportError;
  }

  on<Name extends keyof Events>(name: Name, listener: (payload: Events[Name]) => void): Unsubscribe {
    const entry = { name, listener };
    this.#entries.add(entry);
    return () => void this.#entries.delete(entry);
  }

  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void {
    for (const entry of [...this.#entries]) {
      // An earlier listener may have ended this one.
      if (entry.name !== name || !this.#entries.has(entry)) continue;
      try {
        (entry.listener as (payload: Events[Name]) => void)(payload);
      } catch (error) {
        // The named case: a host page's listener failed. Its fault must not become the chat's.
        this.#reportError(error);
      }
    }
  }

  /** How many listen. */
  get size(): number {
    return this.#entries.size;
  }

  clear(): void {
    this.#entries.clear();
  }
}
