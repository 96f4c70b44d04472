/** Where a page waits, and then goes on: for an answer, its storage, a lock, its clock, or a frame. */
export type WaitPoint = "answer" | "storage" | "lock" | "timer" | "frame";

/**
 * What befalls a page there: its process dies, and it is loaded anew, or not; every socket ends; or what it waits for
 * comes seconds later.
 */
export type Blow = "crash" | "kill" | "drop" | "late";

/** Lies in wait for whichever page comes to `at` after so many have passed. */
export interface Trap {
  readonly at: WaitPoint;
  readonly blow: Blow;
  readonly passes: number;
}

/** The faults that are bound to a place in the program rather than to a time. */
export class Traps {
  #set: (Trap & { left: number })[] = [];

  set(trap: Trap): void {
    this.#set.push({ ...trap, left: trap.passes });
  }

  clear(): void {
    this.#set = [];
  }

  /** A page is at `point`. @returns what befalls it there; `null` for nothing */
  spring(point: WaitPoint): Blow | null {
    const trap = this.#set.find(({ at }) => at === point);
    if (!trap || trap.left-- > 0) return null;
    this.#set.splice(this.#set.indexOf(trap), 1);
    return trap.blow;
  }
}
