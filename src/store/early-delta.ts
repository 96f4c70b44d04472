/** A chunk of a streaming message (protocol/README.md, "The cable", `message.delta`). */
export interface Delta {
  readonly id: string;
  readonly chunk: number;
  readonly text: string;
}

/** Beyond it a catch-up is cheaper. */
const MAX_HELD = 64;
const MAX_CHARACTERS = 65_536;

/** Whether a chunk that came before its turn is held too. The first one is, however long it is: by it the gap is known. */
export function isHeld(delta: Delta, held: readonly Delta[]): boolean {
  const length = held.reduce((sum, { text }) => sum + text.length, delta.text.length);
  return held.length === 0 || (held.length < MAX_HELD && length <= MAX_CHARACTERS);
}
