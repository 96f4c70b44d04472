const SESSION_BYTES = 32;
/** A new session: 32 random bytes as base64url, 43 characters (protocol/README.md, "Who is who"). */
export function newSession(random) {
    const binary = String.fromCharCode(...random.bytes(SESSION_BYTES));
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").slice(0, 43);
}
/** Whether a stored value can be a session at all; anything else is thrown away. */
export function isSession(value) {
    return /^[\w-]{43}$/.test(value ?? "");
}
//# sourceMappingURL=session-secret.js.map