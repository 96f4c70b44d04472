/** A cable URL as a socket takes it: it may be given relative to the endpoint, and may say http for ws. */
export function cableUrl(url: string, endpoint: string): string {
  return new URL(url, endpoint).href.replace(/^http/i, "ws");
}
