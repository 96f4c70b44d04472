import { CablechatError } from "../../src/core/errors.ts";
import { CONTACT } from "./backend.ts";
import type { Schedule } from "./schedule.ts";
import type { SimPage } from "./sim-page.ts";
import type { World } from "./world.ts";

/** What a tab tells the others has long reached them. */
const TOLD_MS = 1_000;

interface Introduction {
  readonly page: SimPage;
  readonly visitor: string;
  /** `told`: it has held for so long that every tab has heard of it. */
  state: "begun" | "held" | "told" | "given up";
}

/** What the host application's pages say of who the visitor is: as they are loaded, or in the middle of a visit. */
export class Introductions {
  /** How often a chat was told. */
  attempts = 0;
  readonly #world: World;
  readonly #onLoad: boolean;
  readonly #all: Introduction[] = [];

  constructor(world: World, { identifies, elsewhere, commands }: Schedule) {
    this.#world = world;
    this.#onLoad = identifies;
    // Where nobody is ever named, what a contact has elsewhere is nothing to anybody here.
    if (!identifies && !commands.some(({ type }) => type === "identify")) return;
    for (let count = 1; count <= elsewhere; count += 1) {
      world.backend.writeElsewhere(this.visitor, { client_id: world.random.uuid(), body: `elsewhere ${count}` });
    }
  }

  /** Who is in front of the browser: somebody else after each signing out. */
  get visitor(): string {
    return CONTACT + this.#world.signOuts.count;
  }

  loaded(page: SimPage): void {
    if (this.#onLoad) this.begin(page);
  }

  begin(page: SimPage): void {
    const introduction: Introduction = { page, visitor: this.visitor, state: "begun" };
    this.#all.push(introduction);
    this.#tell(introduction);
  }

  /** The page is back: where another session stands, it may be another visitor's, and nobody is vouched for to it. */
  restored(page: SimPage): void {
    const { backend, signOuts } = this.#world;
    const hasAnother = backend.sessionsEnded > 0 || signOuts.count > 0;
    for (const each of this.#all)
      if (each.page === page && (hasAnother || each.state === "begun")) each.state = "given up";
  }

  /** What of it is not as it is to be at rest; `null` for nothing. */
  unfinished(): string | null {
    const { backend, storedSession } = this.#world;
    const standing = this.#all.filter((each) => this.#stands(each));
    const begun = standing.find(({ state }) => state === "begun");
    if (begun) return `${begun.page.name} still introduces ${begun.visitor}`;
    const isKnown = backend.contactOf(storedSession) === this.visitor && !backend.hasEnded(storedSession);
    if (isKnown || standing.every(({ state }) => state === "given up")) return null;
    return `the session in use is tied to ${backend.contactOf(storedSession)}, but the visitor is ${this.visitor}`;
  }

  /** A page has ended in the middle of it, or knows nothing of what came of it. */
  get wasCutShort(): boolean {
    return this.#all.some((each) => each.state === "given up" || (each.state !== "told" && !this.#stands(each)));
  }

  /** Its page is there, and nobody has signed out since. */
  #stands({ page, visitor }: Introduction): boolean {
    return page.alive && this.#world.tabs.includes(page) && visitor === this.visitor;
  }

  #tell(introduction: Introduction): void {
    const { clock, random } = this.#world;
    const { page, visitor } = introduction;
    this.attempts += 1;
    const held = () => {
      if (introduction.state === "begun") introduction.state = "held";
      clock.setTimeout(() => {
        if (introduction.state === "held" && this.#stands(introduction)) introduction.state = "told";
      }, TOLD_MS);
    };
    const failed = (error: unknown) => {
      if (!(error instanceof CablechatError)) page.errors.push(error);
      else if (!error.retryable) introduction.state = "given up";
      else clock.setTimeout(() => page.deliver(again), random.between(2_000, 5_000));
    };
    const again = () => {
      if (introduction.state === "begun" && this.#stands(introduction)) this.#tell(introduction);
    };
    page.chat.identify({ identifier: visitor, hash: "vouched for" }).then(held, failed);
  }
}
