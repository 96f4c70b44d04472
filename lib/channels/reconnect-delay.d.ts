export interface ReconnectOptions {
    /** The ceiling of the first delay, in milliseconds. @default 1000 */
    reconnectDelayMs?: number | undefined;
    /** No delay is longer, in milliseconds. @default 30000 */
    maxReconnectDelayMs?: number | undefined;
}
export declare const MAX_RECONNECT_DELAY_MS = 30000;
/**
 * With full jitter, in milliseconds.
 *
 * @param attempt how many attempts have failed since the last one that held
 * @param fraction uniform in [0, 1)
 * @param foreground whether somebody looks at an open chat
 */
export declare function reconnectDelayMs({ reconnectDelayMs: baseMs, maxReconnectDelayMs }: ReconnectOptions, attempt: number, fraction: number, foreground: boolean): number;
