import type { Random } from "./ports.js";
/** A new session: 32 random bytes as base64url, 43 characters (protocol/README.md, "Who is who"). */
export declare function newSession(random: Random): string;
/** Whether a stored value can be a session at all; anything else is thrown away. */
export declare function isSession(value: string | null): value is string;
