/**
 * Every way this package fails. The lower half are the backend's own codes (protocol/README.md, "Errors").
 */
export type CablechatErrorCode = "invalid_configuration" | "network" | "timeout" | "aborted" | "not_json" | "invalid_response" | "unreadable_frame" | "request_failed" | "subscription_rejected" | "connection_refused" | "storage_unavailable" | "file_unreadable" | "destroyed" | "invalid" | "invalid_session" | "session_expired" | "invalid_token" | "invalid_identity" | "origin_not_allowed" | "unknown_webchat" | "unknown_cursor" | "not_found" | "too_many_requests" | "payload_too_large" | "unsupported_media_type" | "invalid_json" | "method_not_allowed" | "server_error" | "unavailable";
export interface CablechatErrorDetails {
    /** Whether the same call may succeed later without anything being changed. @default false */
    retryable?: boolean;
    cause?: unknown;
    /** The HTTP status, where an answer came. */
    status?: number;
    /** What `Retry-After` asked for, in milliseconds (RFC 9110, section 10.2.3). */
    retryAfterMs?: number;
    /** The backend's complaint per field (code `invalid`). */
    fields?: Readonly<Record<string, readonly string[]>>;
}
/** The one error type of the package. Branch on `code`, never on `message`. */
export declare class CablechatError extends Error {
    readonly name = "CablechatError";
    readonly code: CablechatErrorCode;
    readonly retryable: boolean;
    readonly status: number | undefined;
    readonly retryAfterMs: number | undefined;
    readonly fields: Readonly<Record<string, readonly string[]>>;
    constructor(code: CablechatErrorCode, message: string, { cause, ...details }?: CablechatErrorDetails);
}
