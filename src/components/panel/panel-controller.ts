import { nothing, type ReactiveController, type ReactiveControllerHost } from "lit";
import type { Clock } from "../../core/ports.ts";
import { BannerController } from "../banner/banner-controller.ts";
import type { ChatController } from "../chat-controller.ts";
import { ComposerController } from "../composer/composer-controller.ts";
import { FocusController } from "../focus-controller.ts";
import { ScrollController } from "../message-list/scroll-controller.ts";
import { resolveLocale } from "../resolve-locale.ts";
import { renderPanel } from "./panel.ts";

interface PanelHost extends ReactiveControllerHost {
  readonly isOpen: boolean;
  readonly shadowRoot: ShadowRoot | null;
  readonly renderRoot: ParentNode;
  close(): void;
}

export interface PanelControllerOptions {
  host: PanelHost;
  chats: ChatController;
  clock: Pick<Clock, "setTimeout" | "wallNow">;
  /** Says whether there was a launcher to focus. */
  focusLauncher: () => boolean;
}

/** The panel's own state (scroll, focus, what is being written), and what its controls do. */
export class PanelController implements ReactiveController {
  readonly composer: ComposerController;
  readonly focus: FocusController;
  readonly #options: PanelControllerOptions;
  readonly #banner: BannerController;
  readonly #scroll: ScrollController;
  #olderFailed = false;

  constructor(options: PanelControllerOptions) {
    const { host, chats, clock, focusLauncher } = options;
    const chat = () => chats.chat;
    this.#options = options;
    this.composer = new ComposerController(host, chat);
    this.focus = new FocusController(host, () => this.composer.focus(), focusLauncher);
    this.#banner = new BannerController(host, clock, () => chat()?.connection ?? null);
    this.#scroll = new ScrollController(host, chat, () => {
      // What has failed is tried again by a press of the button, not by every pixel scrolled.
      if (!this.#olderFailed) this.#loadOlder();
    });
    host.addController(this);
  }

  render(): unknown {
    const { chats, clock, host } = this.#options;
    const { chat, settings } = chats;
    if (!chat?.isOpen || settings === null) return nothing;
    return renderPanel({
      chat,
      composer: this.composer,
      scroll: this.#scroll,
      trouble: this.#banner.trouble,
      locale: resolveLocale(settings.locale, [document.documentElement.lang, ...navigator.languages]),
      now: clock.wallNow(),
      inline: settings.position === "inline",
      fullScreen: this.focus.fullScreen,
      olderFailed: this.#olderFailed,
      onLoadOlder: () => this.#loadOlder(),
      onRetry: (clientId) => chat.retry(clientId),
      onDiscard: (clientId) => chat.discard(clientId),
      onTryAgain: () => chats.restart(),
      onClose: () => host.close(),
      onKeydown: (event) => this.#onKeydown(event),
    });
  }

  hostDisconnected(): void {
    this.#olderFailed = false;
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.isComposing) this.focus.keepInside(event);
    else {
      event.stopPropagation();
      this.#options.host.close();
    }
  }

  #loadOlder(): void {
    const { chats, host } = this.#options;
    const { chat } = chats;
    const oldest = chat?.messages[0];
    this.#olderFailed = false;
    void chat?.loadOlder().then(() => {
      this.#olderFailed = chat.hasMoreBefore && chat.messages[0] === oldest;
      host.requestUpdate();
    });
  }
}
