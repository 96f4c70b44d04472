import { html, type TemplateResult } from "lit";
import type { ConnectionStatus } from "../../core/connection-status.ts";
import { strings } from "../../locales/en.ts";
import { renderBanner } from "../banner/banner.ts";
import { renderComposer } from "../composer/composer.ts";
import type { ComposerController } from "../composer/composer-controller.ts";
import { renderHeader } from "../header/header.ts";
import { type MessageListOptions, renderMessageList } from "../message-list/message-list.ts";

export interface PanelOptions extends MessageListOptions {
  composer: ComposerController;
  /** The connection's, once it has lasted. */
  trouble: ConnectionStatus | null;
  inline: boolean;
  fullScreen: boolean;
  onClose: () => void;
  onKeydown: (event: KeyboardEvent) => void;
}

/** The open chat. */
export function renderPanel(options: PanelOptions): TemplateResult {
  const { chat, composer, inline, fullScreen, locale } = options;
  return html`<section
    class="panel"
    part="panel"
    role=${inline ? "region" : "dialog"}
    aria-modal=${fullScreen && !inline}
    aria-labelledby="title"
    lang=${strings.lang}
    dir=${strings.dir}
    @keydown=${options.onKeydown}
  >
    ${renderHeader({ chat, locale, now: options.now, onClose: inline ? null : options.onClose })}
    <div class="body">
      ${renderBanner(chat, options.trouble)}${renderMessageList(options)}${renderComposer(composer, locale)}
    </div>
  </section>`;
}
