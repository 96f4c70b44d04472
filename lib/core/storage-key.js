/**
 * The key under which something of one webchat is kept in the visitor's browser.
 * The loader looks for the session's to know a returning visitor without loading anything else.
 */
export function storageKey(kind, endpoint, webchat) {
    return `cablechat:${kind}:${endpoint.replace(/\/+$/, "")}:${webchat}`;
}
//# sourceMappingURL=storage-key.js.map