import type { ChatEvents } from "../core/chat-events.js";
import type { ConnectionStatus } from "../core/connection-status.js";
import type { Clock } from "../core/ports.js";
import type { ChatOptions, Conversation, Identity, ShownMessage, StorageKind, Unsubscribe } from "../index.js";
import type { ChatView } from "./chat-view.js";
import type { AutoOpenOnce, Position, Theme } from "./settings.js";
import { WidgetElement } from "./widget-element.js";
/**
 * The chat widget: a launcher in the page's corner, and the panel it opens.
 * Each event is a `CustomEvent` with the payload of `ChatEvents` as `detail`; all of them bubble and are composed.
 *
 * @tag cable-chat
 * @fires {CustomEvent} cablechat:ready - the widget stands on the page; once
 * @fires {CustomEvent} cablechat:open - the panel has opened
 * @fires {CustomEvent} cablechat:close - the panel has closed
 * @fires {CustomEvent} cablechat:message - a message of somebody else has arrived
 * @fires {CustomEvent} cablechat:sent - a message of the visitor is with the backend
 * @fires {CustomEvent} cablechat:failed - a message of the visitor could not be sent
 * @fires {CustomEvent} cablechat:unread - the number of unread messages has changed
 * @fires {CustomEvent} cablechat:connection - the connection's state has changed
 * @fires {CustomEvent} cablechat:conversation - the conversation has changed
 * @fires {CustomEvent} cablechat:identified - the visitor is known by name
 * @fires {CustomEvent} cablechat:error - something went wrong; `detail.error` is a `CablechatError`
 * @fires {CustomEvent} cablechat:catchup - a catch-up has begun, got on or ended; for who wants to watch the works
 * @csspart launcher - the button in the corner
 * @csspart badge - the number of unread messages on it
 * @csspart panel - the open chat
 * @csspart header - name, availability and the close button
 * @csspart banner - the connection's line
 * @csspart messages - the list
 * @csspart message - one message
 * @csspart bubble - its text
 * @csspart cancel - the button that stops a streaming reply
 * @csspart composer - where the visitor writes
 * @csspart input - the text field
 * @csspart send - the send button
 * @csspart attach - the button that chooses files
 * @csspart tray - the files to be sent
 * @csspart file - one of them
 * @csspart attachment - a file of a message
 * @csspart image - a picture among them
 * @cssprop [--cablechat-accent=#2457d6] - launcher, header, own bubbles
 * @cssprop [--cablechat-on-accent=#fff] - text on the accent
 * @cssprop --cablechat-surface - the panel's background
 * @cssprop --cablechat-text - its text
 * @cssprop --cablechat-muted - times and notes
 * @cssprop --cablechat-soft - the others' bubbles
 * @cssprop --cablechat-line - borders
 * @cssprop [--cablechat-radius=16px] - the panel's corners
 * @cssprop --cablechat-font - the font family
 * @cssprop [--cablechat-gap=20px] - the distance from the window's edges
 * @cssprop [--cablechat-width=384px] - the panel's width
 * @cssprop [--cablechat-height=660px] - the panel's height
 * @cssprop [--cablechat-z-index=2147483000] - the stacking order on the page
 */
export declare class CableChat extends WidgetElement {
    #private;
    static readonly observedAttributes: readonly string[];
    /** The backend's mount point. Required. */
    endpoint: string | null;
    /** The webchat's public id. Required. */
    webchat: string | null;
    /** The cable channel's name. @default the bootstrap's */
    channel: string | null;
    /** BCP 47, or `auto`: the page's `lang`, then the browser's. @default "auto" */
    locale: string;
    /** Light or dark colours; `auto`: as the visitor's system has it. @default "auto" */
    theme: Theme;
    /** A corner of the window, or `inline` to fill the container. @default "bottom-right" */
    position: Position;
    /** Whether the panel is open; reflects the state. Attribute `open`. @default false */
    isOpen: boolean;
    /** Shows no launcher. Attribute `hide-launcher`. @default false */
    launcherHidden: boolean;
    /** The URL of an image for the launcher. */
    launcherIcon: string | null;
    /** Visible text on the launcher. */
    launcherLabel: string | null;
    /** `off`, `load`, or seconds. @default "off" */
    autoOpen: string;
    /** Opens by itself only once a visitor, or once a session of the browser. */
    autoOpenOnce: AutoOpenOnce | null;
    /** The ceiling of the first reconnection delay, in milliseconds. @default 1000 */
    reconnectDelay: number | string;
    /** No reconnection delay is longer, in milliseconds. @default 30000 */
    maxReconnectDelay: number | string;
    /** Where the session is kept; `none` while consent is pending. @default "local" */
    storage: StorageKind;
    /** A quiet tone for a message that arrives while nobody looks, in one tab of the browser. @default false */
    sound: boolean;
    constructor();
    /** Defines the element, once; calling it again is harmless. */
    static define(tag?: string, registry?: CustomElementRegistry): void;
    /** The cable's URL, or (as a property) a function giving it at each attempt. @default the bootstrap's */
    get cable(): ChatOptions["cable"] | null;
    set cable(cable: ChatOptions["cable"] | null);
    /** In the order shown. */
    get messages(): readonly ShownMessage[];
    get unreadCount(): number;
    get connection(): ConnectionStatus;
    get conversation(): Conversation | null;
    /** Opens the panel and moves the focus into it. */
    open(): void;
    /** Closes the panel; an inline one stays. */
    close(): void;
    toggle(): void;
    showLauncher(): void;
    hideLauncher(): void;
    /** @returns the message's client id. @throws CablechatError `invalid`, naming what is wrong with text or files */
    send(text: string, files?: readonly File[]): string;
    /** Stops a reply that streams. A refusal is told as `error`. */
    cancel(messageId: string): Promise<void>;
    /** Puts `text` into the composer. */
    prefill(text: string): void;
    /** @throws CablechatError `invalid_identity` where the hash is wrong */
    identify(identity: Identity): Promise<void>;
    setAttributes(attributes: NonNullable<Identity["attributes"]>): Promise<void>;
    /** Signs out: forgets session, outbox and transcript on this browser. */
    reset(): Promise<void>;
    /** Keeps the session elsewhere from now on, e.g. after consent. */
    setStorage(kind: StorageKind): void;
    /** Takes the widget off the page and ends everything it has started. */
    destroy(): void;
    /** Hears `cablechat:NAME`, with the payload alone. */
    on<Name extends keyof ChatEvents>(name: Name, listener: (payload: ChatEvents[Name]) => void): Unsubscribe;
    attributeChangedCallback(): void;
    connectedCallback(): void;
    /** The clock; a test's subclass brings its own. */
    protected get clock(): Pick<Clock, "setTimeout" | "wallNow">;
    /** The chat behind the panel; a test's subclass brings its own. */
    protected createChat(options: ChatOptions): ChatView;
    protected willUpdate(): void;
    protected render(): unknown;
    protected updated(): void;
}
