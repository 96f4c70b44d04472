import { LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Theme } from "../components/settings.js";
import { Desk } from "./desk.js";
import type { DeskOptions } from "./desk-options.js";
/**
 * The agent's desk: the list of conversations, the one being read, and who it is with.
 *
 * @tag cablechat-desk
 * @fires {CustomEvent} cablechat:connection - the connection's state has changed
 * @fires {CustomEvent} cablechat:unread - the number of unread messages has changed
 * @fires {CustomEvent} cablechat:error - something went wrong; `detail.error` is a `CablechatError`
 * @fires {CustomEvent} cablechat:sign-out - the agent has signed out, or must sign in anew; the token is gone
 * @csspart status - the line about the connection
 * @csspart conversations - the list
 * @csspart conversation - one conversation in it, with `data-conversation-id`
 * @csspart pane - the conversation being read
 * @csspart messages - its messages
 * @csspart message - one message
 * @csspart input - the text field
 * @csspart send - the send button
 * @csspart details - who the visitor is
 */
export declare class CablechatDesk extends LitElement {
    #private;
    static readonly styles: import("lit").CSSResult[];
    static readonly properties: PropertyDeclarations;
    /** The backend's mount point. Required. */
    endpoint: string | null;
    /** The webchat's public id. Required. */
    webchat: string | null;
    /** The agent's secret. Required. Better set as a property: an attribute stands in the document. */
    token: string | null;
    /** The cable's URL, or (as a property) a function giving it at each attempt. @default the bootstrap's */
    cable: DeskOptions["cable"] | null;
    /** The name of the staff's channel. @default "AgentChannel" */
    channel: string | null;
    /** Who takes a conversation by "Assign to me". @default "Agent" */
    agentName: string;
    /** BCP 47, or `auto`: the page's `lang`, then the browser's. @default "auto" */
    locale: string;
    /** @default "auto" */
    theme: Theme;
    constructor();
    /** Defines the element, once; calling it again is harmless. */
    static define(tag?: string, registry?: CustomElementRegistry): void;
    /** The desk behind the element; `null` while it cannot be. */
    get desk(): Desk | null;
    /** Forgets the token and what is unsent; then `cablechat:sign-out`. */
    signOut(): Promise<void>;
    disconnectedCallback(): void;
    /** The desk behind the element; a test's subclass brings its own. */
    protected createDesk(options: DeskOptions): Desk;
    protected render(): TemplateResult;
}
