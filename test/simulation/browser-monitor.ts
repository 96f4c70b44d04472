import type { SignOuts } from "./sign-outs.ts";
import type { SimRequest } from "./sim-request.ts";

/** Watches all tabs of the browser together: one of them sends at a time, what is stored, and all under one session. */
export class BrowserMonitor {
  readonly violations: string[] = [];
  /** Every session that the backend was ever asked under. */
  readonly sessions = new Set<string>();
  readonly #sends = new Set<SimRequest>();
  readonly #stored: ReadonlySet<string>;

  readonly #signOuts: () => SignOuts;

  /** @param stored the client ids of everything that was ever written down */
  constructor(stored: ReadonlySet<string>, signOuts: () => SignOuts) {
    this.#stored = stored;
    this.#signOuts = signOuts;
  }

  /** How many visitors have signed out. */
  get signedOut(): number {
    return this.#signOuts().count;
  }

  started(request: SimRequest): void {
    if (request.bearer !== null) this.sessions.add(request.bearer);
    if (!request.isSend) return;
    if (!this.#stored.has(request.clientId)) this.violations.push(`${request.clientId} was sent before it was stored`);
    const wrong = this.#signOuts().sent(request.clientId, request.bearer);
    if (wrong !== null) this.violations.push(wrong);
    const [other] = this.#sends;
    if (other) this.violations.push(`${request.page.name} sends while ${other.page.name} does`);
    this.#sends.add(request);
  }

  /** Answered, given up, or its page has died. */
  ended(request: SimRequest): void {
    this.#sends.delete(request);
  }
}
