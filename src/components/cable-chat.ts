import { browserClock } from "../browser/browser-clock.ts";
import type { ChatEvents } from "../core/chat-events.ts";
import type { ConnectionStatus } from "../core/connection-status.ts";
import type { Clock } from "../core/ports.ts";
import type { ChatOptions, Conversation, Identity, ShownMessage, StorageKind, Unsubscribe } from "../index.ts";
import { createChat } from "../index.ts";
import { ATTRIBUTE_NAMES } from "./attribute-names.ts";
import { cableChatCss } from "./cable-chat.styles.ts";
import { createChatController } from "./chat-controller.ts";
import type { ChatView } from "./chat-view.ts";
import { defineProperties, upgradeProperties } from "./element-properties.ts";
import { dispatchReady, listen } from "./host-events.ts";
import { Launcher } from "./launcher/launcher.ts";
import { createPanelController } from "./panel/panel-controller.ts";
import type { AutoOpenOnce, Position, Theme } from "./settings.ts";
import { applyTheme } from "./theme.ts";
import { WidgetElement } from "./widget-element.ts";

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
export class CableChat extends WidgetElement {
  static readonly observedAttributes: readonly string[] = ATTRIBUTE_NAMES;

  /** The backend's mount point. Required. */
  declare endpoint: string | null;
  /** The webchat's public id. Required. */
  declare webchat: string | null;
  /** The cable channel's name. @default the bootstrap's */
  declare channel: string | null;
  /** BCP 47, or `auto`: the page's `lang`, then the browser's. @default "auto" */
  declare locale: string;
  /** Light or dark colours; `auto`: as the visitor's system has it. @default "auto" */
  declare theme: Theme;
  /** A corner of the window, or `inline` to fill the container. @default "bottom-right" */
  declare position: Position;
  /** Whether the panel is open; reflects the state. Attribute `open`. @default false */
  declare isOpen: boolean;
  /** Shows no launcher. Attribute `hide-launcher`. @default false */
  declare launcherHidden: boolean;
  /** The URL of an image for the launcher. */
  declare launcherIcon: string | null;
  /** Visible text on the launcher. */
  declare launcherLabel: string | null;
  /** `off`, `load`, or seconds. @default "off" */
  declare autoOpen: string;
  /** Opens by itself only once a visitor, or once a session of the browser. */
  declare autoOpenOnce: AutoOpenOnce | null;
  /** The ceiling of the first reconnection delay, in milliseconds. @default 1000 */
  declare reconnectDelay: number | string;
  /** No reconnection delay is longer, in milliseconds. @default 30000 */
  declare maxReconnectDelay: number | string;
  /** Where the session is kept; `none` while consent is pending. @default "local" */
  declare storage: StorageKind;
  /** A quiet tone for a message that arrives while nobody looks, in one tab of the browser. @default false */
  declare sound: boolean;

  readonly #chats = createChatController(this, (options) => this.createChat(options));
  /** The loader's, where there is one. */
  readonly #launcher = new Launcher(this.renderRoot);
  readonly #panel = createPanelController(this, this.#chats, this.clock, this.#launcher);
  #cable: ChatOptions["cable"] | null = null;
  /** Whether an attribute is another than when it was last read. */
  #stale = false;

  static {
    defineProperties(this.prototype);
  }

  constructor() {
    super(cableChatCss);
    this.#launcher.button.addEventListener("click", () => this.toggle());
  }

  /** Defines the element, once; calling it again is harmless. */
  static define(tag = "cable-chat", registry: CustomElementRegistry = customElements): void {
    if (registry.get(tag) === undefined) registry.define(tag, this);
  }

  /** The cable's URL, or (as a property) a function giving it at each attempt. @default the bootstrap's */
  get cable(): ChatOptions["cable"] | null {
    return this.#cable ?? this.getAttribute("cable");
  }

  set cable(cable: ChatOptions["cable"] | null) {
    this.#cable = cable;
    this.attributeChangedCallback();
  }

  /** In the order shown. */
  get messages(): readonly ShownMessage[] {
    return this.#chats.chat?.messages ?? [];
  }

  get unreadCount(): number {
    return this.#chats.chat?.unreadCount ?? 0;
  }

  get connection(): ConnectionStatus {
    return this.#chats.chat?.connection ?? { state: "idle" };
  }

  get conversation(): Conversation | null {
    return this.#chats.chat?.conversation ?? null;
  }

  /** Opens the panel and moves the focus into it. */
  open(): void {
    this.#panel.focus.moveInOnOpen();
    this.isOpen = true;
    if (this.isConnected) this.#chats.sync();
  }

  /** Closes the panel; an inline one stays. */
  close(): void {
    this.isOpen = false;
    if (this.isConnected) this.#chats.sync();
  }

  toggle(): void {
    this.isOpen ? this.close() : this.open();
  }

  showLauncher(): void {
    this.launcherHidden = false;
  }

  hideLauncher(): void {
    this.launcherHidden = true;
  }

  /** @returns the message's client id. @throws CablechatError `invalid`, naming what is wrong with text or files */
  send(text: string, files?: readonly File[]): string {
    return this.#chats.require().send(text, files);
  }

  /** Stops a reply that streams. A refusal is told as `error`. */
  async cancel(messageId: string): Promise<void> {
    await this.#chats.require().cancel(messageId);
  }

  /** Puts `text` into the composer. */
  prefill(text: string): void {
    this.#chats.require().prefill(text);
  }

  /** @throws CablechatError `invalid_identity` where the hash is wrong */
  async identify(identity: Identity): Promise<void> {
    await this.#chats.require().identify(identity);
  }

  async setAttributes(attributes: NonNullable<Identity["attributes"]>): Promise<void> {
    await this.#chats.require().setAttributes(attributes);
  }

  /** Signs out: forgets session, outbox and transcript on this browser. */
  async reset(): Promise<void> {
    this.#panel.composer.clear();
    await this.#chats.require().reset();
  }

  /** Keeps the session elsewhere from now on, e.g. after consent. */
  setStorage(kind: StorageKind): void {
    this.storage = kind;
    this.#chats.sync();
  }

  /** Takes the widget off the page and ends everything it has started. */
  destroy(): void {
    this.remove();
  }

  /** Hears `cablechat:NAME`, with the payload alone. */
  on<Name extends keyof ChatEvents>(name: Name, listener: (payload: ChatEvents[Name]) => void): Unsubscribe {
    return listen(this, name, listener);
  }

  attributeChangedCallback(): void {
    this.#stale = true;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    upgradeProperties(this);
    super.connectedCallback();
  }

  /** The clock; a test's subclass brings its own. */
  protected get clock(): Pick<Clock, "setTimeout" | "wallNow"> {
    return browserClock;
  }

  /** The chat behind the panel; a test's subclass brings its own. */
  protected createChat(options: ChatOptions): ChatView {
    return createChat(options);
  }

  protected override willUpdate(): void {
    if (this.#stale || !this.#chats.chat) this.#chats.sync();
    this.#stale = false;
  }

  protected override render(): unknown {
    return this.#panel.render();
  }

  protected override updated(): void {
    const { chat, settings } = this.#chats;
    this.#launcher.render({
      open: this.isOpen,
      unread: this.unreadCount,
      label: this.launcherLabel,
      icon: this.launcherIcon,
      hidden: this.launcherHidden || !chat || settings?.position === "inline",
    });
    if (chat?.webchat) applyTheme(this.sheet, chat.webchat.theme);
    if (chat) dispatchReady(this);
  }
}
