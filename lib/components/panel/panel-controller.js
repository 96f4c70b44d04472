import { html, nothing } from "lit/html.js";
import { strings } from "../../locales/en.js";
import { renderBanner } from "../banner/banner.js";
import { createBannerController } from "../banner/banner-controller.js";
import { renderComposer } from "../composer/composer.js";
import { createComposerController } from "../composer/composer-controller.js";
import { fetchExtras } from "../extras/fetch-extras.js";
import { createFocusController } from "../focus-controller.js";
import { renderHeader } from "../header/header.js";
import { KeyedRows } from "../message-list/keyed-rows.js";
import { renderMessageList } from "../message-list/message-list.js";
import { createScrollController } from "../message-list/scroll-controller.js";
import { fetchProblemText } from "../problem/fetch-problem-text.js";
import { resolveLocale } from "../resolve-locale.js";
import { fetchTyping } from "../typing/fetch-typing.js";
/** The open chat: its own state (scroll, focus, what is being written), and what its controls do. */
export function createPanelController(host, chats, clock, launcher) {
    const composer = createComposerController(host, () => chats.chat);
    const focus = createFocusController(host, composer, launcher);
    const trouble = createBannerController(host, clock, () => chats.chat?.connection);
    const scroll = createScrollController(host, () => chats.chat);
    const rows = new KeyedRows();
    const close = () => host.close();
    const fetchWanted = fetchExtras(host, chats, composer, clock);
    const problemText = fetchProblemText(host);
    const drawTyping = fetchTyping(host);
    const onKeydown = (event) => {
        if (event.key !== "Escape" || event.isComposing)
            focus.keepInside(event);
        else {
            event.stopPropagation();
            close();
        }
    };
    return {
        composer,
        focus,
        render() {
            const { chat, settings } = chats;
            fetchWanted();
            if (!chat?.isOpen || !settings)
                return nothing;
            const inline = settings.position === "inline";
            const locale = resolveLocale(settings.locale, [document.documentElement.lang, ...navigator.languages]);
            const now = clock.wallNow();
            const state = trouble();
            return html `<section
        class="panel"
        part="panel"
        role=${inline ? "region" : "dialog"}
        aria-modal=${!inline && focus.fullScreen()}
        aria-labelledby="title"
        lang=${strings.lang}
        dir=${strings.dir}
        @keydown=${onKeydown}
      >
        ${renderHeader(chat, locale, now, !state && !chat.problem, inline ? null : close)}
        ${renderMessageList(chat, scroll, rows, locale, now, problemText, chats.restart, renderBanner(chat, state, problemText), drawTyping(chat), composer.enclosures?.renderAttachments)}
        ${renderComposer(composer, locale)}
      </section>`;
        },
    };
}
//# sourceMappingURL=panel-controller.js.map