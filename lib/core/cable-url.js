/** A cable URL as a socket takes it: it may be given relative to the endpoint, and may say http for ws. */
export function cableUrl(url, endpoint) {
    return new URL(url, endpoint).href.replace(/^http/i, "ws");
}
//# sourceMappingURL=cable-url.js.map