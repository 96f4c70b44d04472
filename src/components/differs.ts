/** Whether anything in `now` is another than it was `before`. */
export function differs(before: readonly unknown[], now: readonly unknown[]): boolean {
  return now.some((value, index) => value !== before[index]);
}
