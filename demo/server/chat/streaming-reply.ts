/** Pieces are gathered for so long before they are written, in milliseconds: tokens come faster than a disk should work. */
const COALESCE_MS = 100;

/** A reply longer than this is a responder out of control. */
export const REPLY_MAX_CHARACTERS = 100_000;

/**
 * A reply being written. Belongs to no connection: it goes on when every reader is away, and each of them can stop it.
 */
export class StreamingReply {
  /** Stores and shows a piece; false where the reply has ended meanwhile. */
  readonly #store: (text: string) => boolean;
  readonly #controller = new AbortController();
  #pending = "";
  #length = 0;
  #timer: NodeJS.Timeout | null = null;
  #ending = false;
  #over = false;
  #failure: unknown = null;

  constructor(store: (text: string) => boolean) {
    this.#store = store;
  }

  /** Whether the visitor has stopped it, or the server has: nothing appended from now on is shown. */
  get cancelled(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Aborts when it is stopped; to be handed to whatever makes the text. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether nothing has been appended yet. */
  get empty(): boolean {
    return this.#length === 0;
  }

  /** @throws RangeError beyond 100,000 characters, from then on whenever it is called; what the store threw, where a piece could not be written */
  append(piece: string): void {
    // Responders may be plain JavaScript, and what has no length would slip past the limit.
    if (typeof piece !== "string") throw new TypeError(`A piece of a reply is a string, not ${typeof piece}.`);
    if (this.#failure) throw this.#failure;
    if (this.#over || this.cancelled || piece === "") return;
    this.#length += piece.length;
    if (this.#length > REPLY_MAX_CHARACTERS) {
      // Kept, so that a writer who does not heed it fails in the end all the same.
      this.#failure = new RangeError(`A reply is longer than ${REPLY_MAX_CHARACTERS} characters.`);
      throw this.#failure;
    }
    this.#pending += piece;
    this.#timer ??= setTimeout(() => this.#flushLater(), COALESCE_MS);
  }

  /** Writes what was gathered. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    // Half a character waits for its other half: stored by itself it would be lost, and readers would see another text.
    const half = !this.#ending && /[\uD800-\uDBFF]$/.test(this.#pending) ? this.#pending.slice(-1) : "";
    const text = storable(half ? this.#pending.slice(0, -1) : this.#pending);
    this.#pending = half;
    if (text !== "" && !this.#store(text)) this.cancel();
  }

  cancel(): void {
    this.#pending = "";
    this.#controller.abort();
  }

  /** Nothing more comes. @throws what `append` threw */
  end(): void {
    this.#ending = true;
    this.flush();
    this.#over = true;
    if (this.#failure) throw this.#failure;
  }

  #flushLater(): void {
    try {
      this.flush();
    } catch (error) {
      // Whatever it is (a full disk), whoever writes the reply must hear of it, and a timer has no caller.
      this.#failure = error;
    }
  }
}

/** What the database would make of it, so that what is shown is what is stored. */
function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD").replace(/\p{Surrogate}/gu, "\uFFFD");
}
