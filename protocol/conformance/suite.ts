/** A claim about the backend; throws where it does not hold. */
export type Claim = () => Promise<void>;

const CLAIM_LIMIT_MS = 60_000;

/** Claims, made one after the other: a line each, and a count at the end. */
export class Suite {
  readonly #write: (line: string) => void;
  #passed = 0;
  #failed = 0;
  #notShown = 0;

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  get failed(): number {
    return this.#failed;
  }

  section(title: string): void {
    this.#write(`\n${title}`);
  }

  async claim(text: string, claim: Claim): Promise<void> {
    const began = performance.now();
    try {
      await limited(claim());
      this.#passed += 1;
      this.#write(`  ok      ${text} (${Math.round(performance.now() - began)} ms)`);
    } catch (error) {
      // Whatever went wrong, this claim does not hold; the others are still to be looked at.
      this.#failed += 1;
      this.#write(
        `  FAILED  ${text}\n          ${String(error instanceof Error ? error.message : error).replaceAll("\n", "\n          ")}`,
      );
    }
  }

  /** A claim that cannot be looked at for want of something in the backend. It has neither passed nor failed. */
  notShown(text: string, why: string): void {
    this.#notShown += 1;
    this.#write(`  NOT SHOWN  ${text}\n          ${why}`);
  }

  summary(): void {
    const notShown = this.#notShown > 0 ? `, ${this.#notShown} NOT SHOWN` : "";
    this.#write(`\n${this.#passed} passed, ${this.#failed} failed${notShown}`);
  }
}

async function limited(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done within ${CLAIM_LIMIT_MS / 1000} s.`)), CLAIM_LIMIT_MS);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
