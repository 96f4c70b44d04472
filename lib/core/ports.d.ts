import type { PageInfo } from "./webchat.js";
/** Takes an error nobody else can handle, so that it is seen rather than swallowed. */
export type ReportError = (error: unknown) => void;
/** Time, injected so that tests own it. */
export interface Clock {
    /** Monotonic milliseconds. Never compared with another machine's time. */
    now(): number;
    /** Wall-clock milliseconds; jumps. Only used to notice that the machine slept. */
    wallNow(): number;
    /** Runs `callback` once after `delayMs`. Returns a function that cancels it. */
    setTimeout(callback: () => void, delayMs: number): () => void;
}
/** Randomness. `Math.random` is never used: a session is a secret. */
export interface Random {
    /** Uniform in [0, 1). For jitter. */
    fraction(): number;
    /** For secrets. */
    bytes(length: number): Uint8Array;
    /** A random UUID (RFC 9562, version 4). */
    uuid(): string;
}
/** As the platform's `fetch`; what it rejects with counts as no answer. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
/** A small synchronous key-value store for the session. `null` where a key is absent. */
export interface KeyValueStorage {
    get(key: string): string | null;
    set(key: string, value: string): void;
    remove(key: string): void;
    /** Resolves when what another tab has written an instant ago is found here too. Absent where it is at once. */
    settle?(): Promise<unknown>;
}
/** Keeps records across reloads, by key. Every method rejects where the browser denies storage or it is full. */
export interface RecordStorage<T> {
    all(): Promise<T[]>;
    put(key: string, record: T): Promise<void>;
    remove(key: string): Promise<void>;
    /** All at once: whoever asks afterwards, in whatever tab, finds none of them. */
    clear(): Promise<void>;
}
/** Runs one holder at a time for the whole browser. Rejects with the signal's reason when aborted while waiting. */
export interface BrowserLock {
    run<T>(name: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>;
}
/** Speaks to the other tabs of this browser that have opened a channel of the same name. */
export interface TabChannel {
    /** What it is given arrives as a copy (the structured clone algorithm). */
    tell(news: unknown): void;
    close(): void;
}
/** What the page tells of its own life. */
export interface PageLifecycle {
    readonly visible: boolean;
    readonly online: boolean;
    /** `restored`: out of the back/forward cache. Returns a function that stops listening. */
    listen(listener: (event: PageEvent) => void): () => void;
    /** The page the reader is on; `null` outside a browser. */
    page(): PageInfo | null;
}
/** What befalls a page. `restored`: it is back out of the back/forward cache, and nobody has told its sockets. */
export type PageEvent = "visible" | "hidden" | "online" | "offline" | "restored";
/** An Action Cable identifier: a channel's name and its parameters. */
export type CableIdentifier = Readonly<Record<string, string>> & {
    readonly channel: string;
};
/** Opens sockets that speak `actioncable-v1-json`. One call, one socket: it never reconnects by itself. */
export interface CableConsumer {
    open(url: string, events: CableSocketEvents): CableSocket;
}
/** What a socket tells whoever opened it. */
export interface CableSocketEvents {
    /** The server's `welcome`. */
    welcomed(): void;
    /** Any frame at all, pings included: a sign of life. */
    heard(): void;
    /** The server's `disconnect` frame. */
    disconnected(frame: {
        reason: string | null;
        reconnect: boolean;
    }): void;
    /** A frame that is not JSON, or no object. It was dropped. */
    unreadable(error: unknown): void;
    /** The socket has closed or failed. Comes at most once, and not after `close()`. */
    closed(): void;
}
/** An open socket that speaks the Action Cable protocol. */
export interface CableSocket {
    /** Valid only before `closed` and `close()`. */
    subscribe(identifier: CableIdentifier, events: CableSubscriptionEvents): CableSubscription;
    /** Ends the socket whatever state it is in, also one stuck while connecting. No event follows. */
    close(): void;
}
/** What a subscription tells whoever asked for it. */
export interface CableSubscriptionEvents {
    confirmed(): void;
    rejected(): void;
    received(data: unknown): void;
}
/** A channel subscribed to on one socket. It ends with the socket. */
export interface CableSubscription {
    perform(action: string, data: Readonly<Record<string, unknown>>): void;
    unsubscribe(): void;
}
/** Everything the core needs from its surroundings. */
export interface Ports {
    readonly clock: Clock;
    readonly random: Random;
    readonly fetch: Fetch;
    readonly consumer: CableConsumer;
    readonly lifecycle: PageLifecycle;
    readonly lock: BrowserLock;
    readonly reportError: ReportError;
    /** Something was odd and was dealt with; a developer may want to know. */
    readonly warn: (message: string, detail?: unknown) => void;
}
