import { html, nothing } from "lit/html.js";
import { strings } from "../../locales/en.js";
import { renderBanner } from "../banner/banner.js";
import { BannerController } from "../banner/banner-controller.js";
import { renderComposer } from "../composer/composer.js";
import { ComposerController } from "../composer/composer-controller.js";
import { FocusController } from "../focus-controller.js";
import { renderHeader } from "../header/header.js";
import { KeyedRows } from "../message-list/keyed-rows.js";
import { renderMessageList } from "../message-list/message-list.js";
import { ScrollController } from "../message-list/scroll-controller.js";
import { resolveLocale } from "../resolve-locale.js";
/** The open chat: its own state (scroll, focus, what is being written), and what its controls do. */
export class PanelController {
    composer;
    focus;
    #host;
    #chats;
    #clock;
    #banner;
    #scroll;
    #rows = new KeyedRows();
    #olderFailed = false;
    constructor(host, chats, clock, launcher) {
        const chat = () => chats.chat;
        this.#host = host;
        this.#chats = chats;
        this.#clock = clock;
        this.composer = new ComposerController(host, chat);
        this.focus = new FocusController(host, this.composer, launcher);
        this.#banner = new BannerController(host, clock, () => chat()?.connection);
        this.#scroll = new ScrollController(host, chat, () => {
            // What has failed is tried again by a press of the button, not by every pixel scrolled.
            if (!this.#olderFailed)
                this.#loadOlder();
        });
        host.addController(this);
    }
    render() {
        const chats = this.#chats;
        const { chat, settings } = chats;
        if (!chat?.isOpen || !settings)
            return nothing;
        const inline = settings.position === "inline";
        const locale = resolveLocale(settings.locale, [document.documentElement.lang, ...navigator.languages]);
        const now = this.#clock.wallNow();
        return html `<section
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
    hostDisconnected() {
        this.#olderFailed = false;
    }
    #onKeydown = (event) => {
        if (event.key !== "Escape" || event.isComposing)
            this.focus.keepInside(event);
        else {
            event.stopPropagation();
            this.#host.close();
        }
    };
    #loadOlder() {
        const { chat } = this.#chats;
        const oldest = chat?.messages[0];
        this.#olderFailed = false;
        void chat?.loadOlder().then(() => {
            this.#olderFailed = chat.hasMoreBefore && chat.messages[0] === oldest;
            this.#host.requestUpdate();
        });
    }
}
//# sourceMappingURL=panel-controller.js.map