import { html } from "lit/html.js";
import type { ShownMessage } from "../../core/message.ts";
import { fileStrings } from "../../locales/en.ts";
import { renderButton } from "../button.ts";
import type { ChatView } from "../chat-view.ts";
import type { Enclosures } from "../composer/enclosures.ts";
import type { ControllerHost } from "../widget-element.ts";
import { renderAttachments } from "./attachments.ts";
import { chooseFiles } from "./choose-files.ts";
import { listenForFiles } from "./file-drops.ts";
import { attachIcon } from "./file-icons.ts";
import { renderFileTray } from "./file-tray.ts";
import { filesCss } from "./files.styles.ts";
import { Previews } from "./previews.ts";

interface FilesHost extends ControllerHost {
  readonly renderRoot: ShadowRoot;
}

/** Gives `composer` everything the panel has for files: choosing, pasting, dropping, the tray, the looks in a bubble. */
export function createFiles(
  host: FilesHost,
  chats: { readonly chat: Pick<ChatView, "messages" | "webchat"> | null },
  composer: { focus(): void; enclosures?: Enclosures },
): void {
  const root = host.renderRoot;
  const previews = new Previews();
  let files: readonly File[] = [];
  let note: string | null = null;
  let isDragging = false;
  let locale = "en";
  /** Whose button has the focus next: it stood on one that is gone. */
  let focusAt: number | null = null;

  const uploads = () => chats.chat?.webchat?.uploads;
  const set = (chosen: readonly File[], complaint: string | null = null) => {
    files = chosen;
    note = complaint;
    host.requestUpdate();
  };
  const add = (more: Iterable<File>) => {
    const limits = uploads();
    if (!limits) return;
    const chosen = chooseFiles(files, more, limits, locale);
    set(chosen.files, chosen.complaint);
    composer.focus();
  };
  const onChange = ({ target }: Event) => {
    const chooser = target as HTMLInputElement;
    add([...(chooser.files ?? [])]);
    // So that the same file can be chosen again.
    chooser.value = "";
  };

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(filesCss);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  listenForFiles(root, {
    ready: () => !!uploads(),
    dropped: add,
    held(isHeld) {
      if (isHeld !== isDragging) host.requestUpdate();
      isDragging = isHeld;
    },
  });

  host.addController({
    hostUpdated() {
      const shown =
        chats.chat?.messages.flatMap(({ attachments }) => attachments.flatMap(({ blob }) => blob ?? [])) ?? [];
      previews.keepOnly(new Set([...shown, ...files]));
      if (focusAt === null) return;
      const buttons = root.querySelectorAll<HTMLElement>(".tray button");
      (buttons[Math.min(focusAt, buttons.length - 1)] ?? composer).focus();
      focusAt = null;
    },
    hostDisconnected() {
      // A move within the document disconnects and connects in one go: that is no end.
      queueMicrotask(() => {
        if (!root.isConnected) previews.keepOnly(new Set(files));
      });
    },
  });

  composer.enclosures = {
    get files() {
      return files;
    },
    clear: () => set([]),
    draw(its) {
      locale = its;
      const limits = uploads();
      if (!limits) return {};
      const remove = (index: number) => {
        focusAt = index;
        set(files.filter((_, at) => at !== index));
      };
      const choose = () => root.querySelector<HTMLInputElement>(".chooser")?.click();
      return {
        // Without a word of its own it leaves the place to the composer's.
        note: note ?? undefined,
        tray: renderFileTray(files, previews, isDragging, locale, remove),
        button: html`${renderButton("icon-button attach", "attach", attachIcon, choose, fileStrings.attach)}<input
            class="chooser"
            type="file"
            hidden
            multiple
            accept=${limits.accept.join(",")}
            @change=${onChange}
          />`,
      };
    },
    renderAttachments: (message: ShownMessage, its: string) => renderAttachments(message, its, previews),
  };
  host.requestUpdate();
}
