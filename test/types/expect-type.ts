/** `true` where two types are the same, `false` where one merely fits the other. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only where `Claim` is `true`. */
export function claim<Claim extends true>(): Claim | undefined {
  return undefined;
}
