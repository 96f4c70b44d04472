export interface Assignee {
    name: string | null;
    avatarUrl: string | null;
}
/** A conversation as the backend holds it (protocol/README.md, "A conversation"). */
export interface Conversation {
    readonly id: string;
    readonly status: "open" | "closed";
    /** `null` where the backend knows no revisions. */
    readonly revision: number | null;
    readonly assignee: Assignee | null;
    /** The id of the last message each side has read; `null` before the first. */
    readonly seen: {
        readonly visitor: string | null;
        readonly agent: string | null;
    };
}
