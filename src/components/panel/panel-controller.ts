import { html, nothing } from "lit/html.js";
import type { Clock } from "../../core/ports.ts";
import { strings } from "../../locales/en.ts";
import { renderBanner } from "../banner/banner.ts";
import { createBannerController } from "../banner/banner-controller.ts";
import type { ChatController } from "../chat-controller.ts";
import { renderComposer } from "../composer/composer.ts";
import { type ComposerController, createComposerController } from "../composer/composer-controller.ts";
import { fetchExtras } from "../extras/fetch-extras.ts";
import { createFocusController, type FocusController, type FocusHost } from "../focus-controller.ts";
import { renderHeader } from "../header/header.ts";
import type { Launcher } from "../launcher/launcher.ts";
import { KeyedRows } from "../message-list/keyed-rows.ts";
import { renderMessageList } from "../message-list/message-list.ts";
import { createScrollController } from "../message-list/scroll-controller.ts";
import { fetchProblemText } from "../problem/fetch-problem-text.ts";
import { resolveLocale } from "../resolve-locale.ts";
import { fetchTyping } from "../typing/fetch-typing.ts";

interface PanelHost extends FocusHost, Pick<Element, "hasAttribute"> {
  close(): void;
}

export interface PanelController {
  readonly composer: ComposerController;
  readonly focus: FocusController;
  render(): unknown;
}

/** The open chat: its own state (scroll, focus, what is being written), and what its controls do. */
export function createPanelController(
  host: PanelHost,
  chats: ChatController,
  clock: Pick<Clock, "setTimeout" | "wallNow">,
  launcher: Pick<Launcher, "focus">,
): PanelController {
  const composer = createComposerController(host, () => chats.chat);
  const focus = createFocusController(host, composer, launcher);
  const trouble = createBannerController(host, clock, () => chats.chat?.connection);
  const scroll = createScrollController(host, () => chats.chat);
  const rows = new KeyedRows();
  const close = () => host.close();
  const fetchWanted = fetchExtras(host, chats, composer, clock);
  const problemText = fetchProblemText(host);
  const drawTyping = fetchTyping(host);

  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing) focus.keepInside(event);
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
      if (!chat?.isOpen || !settings) return nothing;
      const inline = settings.position === "inline";
      const locale = resolveLocale(settings.locale, [document.documentElement.lang, ...navigator.languages]);
      const now = clock.wallNow();
      const state = trouble();
      return html`<section
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
