/** How a slow line behaves. */
export interface Shape {
  /** @default no limit */
  readonly bytesPerSecond?: number;
  /** Added to every byte, each way, in milliseconds. @default 0 */
  readonly latencyMs?: number;
}

export interface PipeEnds {
  /** The shape that holds for bytes arriving now; `null` for a line that adds nothing. */
  shape(): Shape | null;
  deliver(bytes: Buffer): void;
  end(): void;
}

/** How often a second a limited line hands bytes on. */
const SLICES_PER_SECOND = 20;

/** One direction of a connection: hands on what it is given, in order, as late and as slowly as the line's shape says. */
export class ShapedPipe {
  readonly #ends: PipeEnds;
  #queue: { dueMs: number; bytes: Buffer | null }[] = [];
  #freeAtMs = 0;
  #timer: NodeJS.Timeout | null = null;
  #held = false;

  constructor(ends: PipeEnds) {
    this.#ends = ends;
  }

  push(bytes: Buffer): void {
    const shape = this.#ends.shape();
    if (!shape && this.#queue.length === 0 && !this.#held) return this.#ends.deliver(bytes);
    const perSecond = shape?.bytesPerSecond ?? Number.POSITIVE_INFINITY;
    const slice = Math.max(1, Math.floor(Math.min(perSecond / SLICES_PER_SECOND, bytes.length)));
    const arrivesMs = performance.now() + (shape?.latencyMs ?? 0);
    for (let at = 0; at < bytes.length; at += slice) {
      const piece = bytes.subarray(at, at + slice);
      this.#freeAtMs = Math.max(this.#freeAtMs, arrivesMs) + (piece.length / perSecond) * 1000;
      this.#queue.push({ dueMs: this.#freeAtMs, bytes: piece });
    }
    this.#schedule();
  }

  /** The sender has finished: the end follows what is still on the way. */
  end(): void {
    this.#queue.push({ dueMs: this.#freeAtMs, bytes: null });
    this.#schedule();
  }

  /** Keeps everything that has not been handed on yet. */
  hold(): void {
    this.#held = true;
    this.#stopTimer();
  }

  release(): void {
    this.#held = false;
    this.#schedule();
  }

  destroy(): void {
    this.#stopTimer();
    this.#queue = [];
  }

  #schedule(): void {
    if (this.#held || this.#timer) return;
    for (let next = this.#queue[0]; next && !this.#held; next = this.#queue[0]) {
      const waitMs = next.dueMs - performance.now();
      if (waitMs > 0) {
        this.#timer = setTimeout(() => {
          this.#timer = null;
          this.#schedule();
        }, waitMs);
        return;
      }
      this.#queue.shift();
      if (next.bytes) this.#ends.deliver(next.bytes);
      else this.#ends.end();
    }
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
