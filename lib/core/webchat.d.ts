import type { Conversation } from "./conversation.js";
import type { Attachment, Message } from "./message.js";
/** Which files a webchat takes (protocol/README.md, "Uploads"). */
export interface Uploads {
    /** Of one file. `null` where the backend does not tell. */
    readonly maxBytes: number | null;
    /** Media types, `image/*` among them; empty for any. */
    readonly accept: readonly string[];
}
/** A webchat's settings, from the bootstrap. */
export interface Webchat {
    readonly id: string;
    readonly name: string;
    readonly locale: string | null;
    /** CSS values by custom property name without its prefix, e.g. `{accent: "#0a7"}`. */
    readonly theme: Readonly<Record<string, string>>;
    readonly greeting: string | null;
    readonly availability: {
        readonly online: boolean;
        readonly returnsAt: string | null;
    };
    /** `null` where the backend takes no files. */
    readonly uploads: Uploads | null;
}
/** The answer to `GET /webchats/:id` (protocol/README.md, "Bootstrap"). */
export interface Bootstrap {
    readonly webchat: Webchat;
    readonly cable: {
        readonly url: string;
        readonly channel: string;
    };
    readonly session: {
        readonly identified: boolean;
        readonly name: string | null;
    } | null;
    readonly conversation: Conversation | null;
    readonly messages: readonly Message[];
    readonly revision: number | null;
    readonly hasMoreBefore: boolean;
}
/** One page of messages (protocol/README.md, "Messages"). */
export interface MessagesPage {
    readonly conversation: Conversation | null;
    readonly messages: readonly Message[];
    /** What this page brings the reader up to; `null` where the backend knows no revisions. */
    readonly revision: number | null;
    readonly hasMore: boolean;
}
/** The page the visitor writes from. */
export interface PageInfo {
    readonly url: string;
    readonly title: string;
    readonly referrer: string;
}
/** What is sent for a message; the same on every attempt, but for the ids of uploads. */
export interface OutgoingMessage {
    /** The idempotency key: a UUID. */
    readonly clientId: string;
    readonly body: string;
    /** The ids of its uploads. */
    readonly attachments: readonly string[];
    /** What is to be uploaded before; absent in what an earlier build has stored. */
    readonly files?: readonly Attachment[];
    readonly page: PageInfo | null;
    /** Which conversation an agent writes into; a visitor's backend knows. Part of the path, not of the body. */
    readonly conversation?: string;
}
