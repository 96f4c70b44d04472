import type { SignOuts } from "./sign-outs.ts";
import type { SimBrowser } from "./sim-browser.ts";
import type { SimPage } from "./sim-page.ts";
import type { SimRequest } from "./sim-request.ts";

/** Watches all tabs of the browser together: one of them sends at a time, what is stored, and all under one session. */
export class BrowserMonitor {
  readonly violations: string[] = [];
  /** Every session that the backend was ever asked under, and how many had signed out at the first time. */
  readonly sessions = new Map<string, number>();
  /** The one that each page last asked under. */
  readonly #lastOf = new Map<SimPage, string>();
  readonly #sends = new Set<SimRequest>();
  readonly #browser: SimBrowser;
  readonly #signOuts: () => SignOuts;

  constructor(browser: SimBrowser, signOuts: () => SignOuts) {
    this.#browser = browser;
    this.#signOuts = signOuts;
  }

  /** How many visitors have signed out. */
  get signedOut(): number {
    return this.#signOuts().count;
  }

  started(request: SimRequest): void {
    const { bearer, page, contact } = request;
    if (bearer !== null && !this.sessions.has(bearer)) this.sessions.set(bearer, this.signedOut);
    if (bearer !== null) this.#lastOf.set(page, bearer);
    if (contact !== null) this.#note(this.#signOuts().named(page, contact, this.sessions.get(bearer ?? "") ?? 0));
    if (!request.isSend) return;
    const { everStored, faults, leases } = this.#browser;
    const { clientId } = request;
    if (!everStored.has(clientId) && !faults.hasFailed(page))
      this.violations.push(`${clientId} was sent before it was stored`);
    this.#note(this.#signOuts().sent(clientId, bearer));
    for (const other of this.#sends)
      if (!leases?.mayOverlap(page, other.page))
        this.violations.push(`${page.name} sends while ${other.page.name} does`);
    this.#sends.add(request);
  }

  /**
   * Whether it was sent, could not be removed from a storage that fails, and so may go out once more under the session that
   * took the place of an ended one: the new conversation knows nothing of the first.
   */
  isSentAnew(clientId: string): boolean {
    return this.#browser.faults.leftBehind.has(clientId) && this.sessions.size > 1;
  }

  /** Under which session the page last asked; `null` for none. */
  lastOf(page: SimPage): string | null {
    return this.#lastOf.get(page) ?? null;
  }

  /** Answered, given up, or its page has died. */
  ended(request: SimRequest): void {
    this.#sends.delete(request);
  }

  #note(wrong: string | null): void {
    if (wrong !== null) this.violations.push(wrong);
  }
}
