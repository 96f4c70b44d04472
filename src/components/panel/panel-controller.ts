import type { ReactiveController } from "lit";
import { html, nothing } from "lit/html.js";
import type { Clock } from "../../core/ports.ts";
import { strings } from "../../locales/en.ts";
import { renderBanner } from "../banner/banner.ts";
import { BannerController } from "../banner/banner-controller.ts";
import type { ChatController } from "../chat-controller.ts";
import { renderComposer } from "../composer/composer.ts";
import { ComposerController } from "../composer/composer-controller.ts";
import { FocusController, type FocusHost } from "../focus-controller.ts";
import { renderHeader } from "../header/header.ts";
import type { Launcher } from "../launcher/launcher.ts";
import { KeyedRows } from "../message-list/keyed-rows.ts";
import { renderMessageList } from "../message-list/message-list.ts";
import { ScrollController } from "../message-list/scroll-controller.ts";
import { resolveLocale } from "../resolve-locale.ts";

interface PanelHost extends FocusHost {
  close(): void;
}

/** The open chat: its own state (scroll, focus, what is being written), and what its controls do. */
export class PanelController implements ReactiveController {
  readonly composer: ComposerController;
  readonly focus: FocusController;
  readonly #host: PanelHost;
  readonly #chats: ChatController;
  readonly #clock: Pick<Clock, "setTimeout" | "wallNow">;
  readonly #banner: BannerController;
  readonly #scroll: ScrollController;
  readonly #rows = new KeyedRows();
  #olderFailed = false;

  constructor(
    host: PanelHost,
    chats: ChatController,
    clock: Pick<Clock, "setTimeout" | "wallNow">,
    launcher: Pick<Launcher, "focus">,
  ) {
    const chat = () => chats.chat;
    this.#host = host;
    this.#chats = chats;
    this.#clock = clock;
    this.composer = new ComposerController(host, chat);
    this.focus = new FocusController(host, this.composer, launcher);
    this.#banner = new BannerController(host, clock, () => chat()?.connection);
    this.#scroll = new ScrollController(host, chat, () => {
      // What has failed is tried again by a press of the button, not by every pixel scrolled.
      if (!this.#olderFailed) this.#loadOlder();
    });
    host.addController(this);
  }

  render(): unknown {
    const chats = this.#chats;
    const { chat, settings } = chats;
    if (!chat?.isOpen || !settings) return nothing;
    const inline = settings.position === "inline";
    const locale = resolveLocale(settings.locale, [document.documentElement.lang, ...navigator.languages]);
    const now = this.#clock.wallNow();
    return html`<section
      class="panel"
      part="panel"
      role=${inline ? "region" : "dialog"}
      aria-modal=${this.focus.fullScreen && !inline}
      aria-labelledby="title"
      lang=${strings.lang}
      dir=${strings.dir}
      @keydown=${this.#onKeydown}
    >
      ${renderHeader(chat, locale, now, inline ? null : () => this.#host.close())}
      <div class="body">
        ${renderBanner(chat, this.#banner.trouble)}
        ${renderMessageList({
          chat,
          scroll: this.#scroll,
          rows: this.#rows,
          locale,
          now,
          olderFailed: this.#olderFailed,
          onLoadOlder: () => this.#loadOlder(),
          onTryAgain: () => chats.restart(),
        })}
        ${renderComposer(this.composer, locale)}
      </div>
    </section>`;
  }

  hostDisconnected(): void {
    this.#olderFailed = false;
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) this.focus.keepInside(event);
    else {
      event.stopPropagation();
      this.#host.close();
    }
  };

  #loadOlder(): void {
    const { chat } = this.#chats;
    const oldest = chat?.messages[0];
    this.#olderFailed = false;
    void chat?.loadOlder().then(() => {
      this.#olderFailed = chat.hasMoreBefore && chat.messages[0] === oldest;
      this.#host.requestUpdate();
    });
  }
}
