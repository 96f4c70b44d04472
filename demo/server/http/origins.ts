const LOOPBACK = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/**
 * Whether a page of that origin may use the webchat. No origin at all is no page: a program that is not a browser
 * could send any, so refusing it would protect nobody (and a browser's same-origin GET carries none).
 *
 * @param allowed `null` for any port of this machine itself
 */
export function originAllowed(origin: string | null, allowed: readonly string[] | null): boolean {
  if (origin === null) return true;
  return allowed === null ? LOOPBACK.test(origin) : allowed.includes(origin);
}
