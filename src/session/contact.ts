import type { Identity, WebchatsAPI } from "../api/webchats-api.ts";
import { CablechatError } from "../core/errors.ts";
import { outcomeOf } from "../core/outcome.ts";
import type { SessionKeeper } from "./session-keeper.ts";

export type Attributes = NonNullable<Identity["attributes"]>;

/**
 * As whom the host application introduces a visitor, and to which session the backend has tied that. Most visitors are
 * strangers: it is fetched with the first `identify()` or `setAttributes()`.
 */
export class Contact {
  readonly #keeper: SessionKeeper;
  readonly #webchats: Pick<WebchatsAPI, "identify">;
  readonly #hasLeft: () => boolean;
  readonly #tied: (conversation: string | null) => void;
  #identity: Identity | null = null;
  #attributes: Attributes = {};
  /** The one that is tied to it. */
  #session: string | null = null;

  /**
   * @param hasLeft whether the visitor has signed out since
   * @param tied is told of a session that is tied, by what it reads from now on; `null` for nothing
   */
  constructor(
    keeper: SessionKeeper,
    webchats: Pick<WebchatsAPI, "identify">,
    hasLeft: () => boolean,
    tied: (conversation: string | null) => void,
  ) {
    this.#keeper = keeper;
    this.#webchats = webchats;
    this.#hasLeft = hasLeft;
    this.#tied = tied;
  }

  get isKnown(): boolean {
    return this.#identity !== null;
  }

  /**
   * Ties the session, which is made where there is none.
   *
   * @returns false where the visitor has signed out meanwhile: the next one is somebody else
   * @throws CablechatError `invalid_identity` where the hash is wrong; nothing has changed then
   */
  async identify(given: Identity, signal: AbortSignal): Promise<boolean> {
    const attributes = { ...this.#attributes, ...given.attributes };
    const identity = { ...given, attributes };
    const session = await this.#keeper.ensure(signal);
    // It was waited for so long that it is the next visitor's.
    if (this.#hasLeft()) return false;
    const answer = await outcomeOf(this.#webchats.identify(identity, signal));
    // It has ended meanwhile: so the next one.
    if (this.#keeper.ended === session) return this.identify(given, signal);
    if (answer instanceof CablechatError) throw answer;
    if (this.#keeper.session !== session) return false;
    this.#identity = identity;
    this.#attributes = attributes;
    this.#hold(session, answer);
    return true;
  }

  /** @returns whether the backend has been told; before `identify()` they are kept until then */
  async setAttributes(attributes: Attributes, signal: AbortSignal): Promise<boolean> {
    this.#attributes = { ...this.#attributes, ...attributes };
    return this.#identity !== null && this.identify({ ...this.#identity, attributes: this.#attributes }, signal);
  }

  /**
   * Ties a session that has taken the place of an ended one.
   *
   * @returns why nobody vouches for the visitor any more: what is written is a stranger's from now on
   * @throws CablechatError of a request that failed otherwise
   */
  async signIn(session: string, signal: AbortSignal): Promise<CablechatError | null> {
    if (!this.#identity || this.#session === session) return null;
    const answer = await outcomeOf(this.#webchats.identify(this.#identity, signal));
    if (!(answer instanceof CablechatError)) this.#hold(session, answer);
    else if (answer.code === "invalid_identity") {
      this.#identity = null;
      return answer;
    } else throw answer;
    return null;
  }

  /** The other tabs may still follow what the session read before. */
  #hold(session: string, answer: unknown): void {
    this.#session = session;
    this.#tied((answer as IdentityAnswer | null)?.conversation?.id?.toString() ?? null);
  }
}

interface IdentityAnswer {
  readonly conversation?: { readonly id?: string | number | null } | null;
}
