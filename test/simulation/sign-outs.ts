import { CONTACT } from "./backend.ts";
import type { SimPage } from "./sim-page.ts";
import type { World } from "./world.ts";

/** What a tab tells the others has long reached them. */
const TOLD_MS = 1_000;

/** The visitors who have left this browser, and what the next one must never meet of theirs. */
export class SignOuts {
  /** How many there were. */
  count = 0;
  /** What they wrote, by client id. */
  readonly written = new Set<string>();
  readonly #world: World;
  readonly #begun: { readonly page: SimPage; isOver: boolean }[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  /** The visitor leaves, in all tabs. */
  signOut(page: SimPage): void {
    const { backend, browserMonitor, clock, introductions, storedSession, written } = this.#world;
    const owners = [...browserMonitor.sessions.keys(), storedSession, introductions.visitor];
    this.count += 1;
    for (const owner of owners) if (owner !== null) backend.leave(owner);
    for (const { clientId } of written) this.written.add(clientId);
    const begun = { page, isOver: false };
    this.#begun.push(begun);
    const cleared = page.chat.reset();
    const isTold = () =>
      void cleared.then(() => {
        begun.isOver = page.alive;
      });
    clock.setTimeout(isTold, TOLD_MS);
  }

  /** A page has died in the middle of it: what it could not clear away or tell is nobody's promise. */
  get wasCutShort(): boolean {
    return this.#begun.some(({ page, isOver }) => !isOver && !page.alive);
  }

  /** What of theirs is shown to the next visitor; `null` for nothing. */
  shown(): string | null {
    if (this.#begun.some(({ isOver }) => !isOver)) return null;
    for (const { alive, chat, name } of this.#world.tabs) {
      const theirs = chat.messages.find(
        ({ clientId, conversation }) => this.#isTheirs(clientId ?? "") || this.#world.backend.isLeft(conversation),
      );
      if (alive && theirs) return `${name} shows "${theirs.body}" of a visitor who has signed out`;
    }
    return null;
  }

  /** @returns what is wrong with naming the visitor so; `null` for nothing. @param since how many had left at the session's first use */
  named(page: SimPage, contact: string, since: number): string | null {
    // Another tab may not know of it yet.
    const isNew = this.#begun.some((each) => each.page !== page && !each.isOver);
    if (isNew || this.wasCutShort || Number(contact.slice(CONTACT.length)) >= since) return null;
    return `${page.name} names the next visitor ${contact}, who has signed out`;
  }

  /** @returns what is wrong with sending it so; `null` for nothing */
  sent(clientId: string, bearer: string | null): string | null {
    if (!this.#isTheirs(clientId) || this.wasCutShort || this.#world.backend.wasLeft(bearer)) return null;
    return `${clientId}, of a visitor who has signed out, is sent under the next one's session`;
  }

  /** But for what could not be removed: the page has told that its storage fails, and the next one finds it there. */
  #isTheirs(clientId: string): boolean {
    return this.written.has(clientId) && !this.#world.browser.faults.leftBehind.has(clientId);
  }
}
