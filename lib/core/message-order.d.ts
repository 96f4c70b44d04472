/** What gives a message its place. */
export interface Placed {
    readonly id: string;
    readonly createdAt: string;
}
/**
 * The order of messages: `created_at`, then id, compared numerically where both are digits
 * (protocol/README.md, "What the client promises", 4).
 */
export declare function compareMessages(a: Placed, b: Placed): number;
