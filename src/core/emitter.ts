import type { ReportError } from "./ports.ts";

/** Ends a subscription made by `on()`. Calling it twice is harmless. */
export type Unsubscribe = () => void;

/**
 * Events typed by a map of name to payload.
 * A listener that throws is reported and stops nobody else.
 */
export class Emitter<Events> {
  readonly #listeners = new Map<keyof Events, Set<{ readonly listener: (payload: never) => void }>>();
  readonly #reportError: ReportError;

  constructor(reportError: ReportError) {
    this.#reportError = reportError;
  }

  on<Name extends keyof Events>(name: Name, listener: (payload: Events[Name]) => void): Unsubscribe {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    // A wrapper, so that the same function given twice counts twice.
    const entry = { listener };
    listeners.add(entry);
    return () => void listeners.delete(entry);
  }

  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void {
    const listeners = this.#listeners.get(name) ?? new Set();
    for (const entry of [...listeners]) {
      // An earlier listener may have ended this one.
      if (!listeners.has(entry)) continue;
      try {
        (entry.listener as (payload: Events[Name]) => void)(payload);
      } catch (error) {
        // The named case: a host page's listener failed. Its fault must not become the chat's.
        this.#reportError(error);
      }
    }
  }

  clear(): void {
    for (const listeners of this.#listeners.values()) listeners.clear();
    this.#listeners.clear();
  }
}
