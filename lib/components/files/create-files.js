import { html } from "lit/html.js";
import { fileStrings } from "../../locales/en.js";
import { renderButton } from "../button.js";
import { renderAttachments } from "./attachments.js";
import { chooseFiles } from "./choose-files.js";
import { listenForFiles } from "./file-drops.js";
import { attachIcon } from "./file-icons.js";
import { renderFileTray } from "./file-tray.js";
import { filesCss } from "./files.styles.js";
import { Previews } from "./previews.js";
/** Gives `composer` everything the panel has for files: choosing, pasting, dropping, the tray, the looks in a bubble. */
export function createFiles(host, chats, composer) {
    const root = host.renderRoot;
    const previews = new Previews();
    let files = [];
    let note = null;
    let isDragging = false;
    let locale = "en";
    /** Whose button has the focus next: it stood on one that is gone. */
    let focusAt = null;
    const uploads = () => chats.chat?.webchat?.uploads;
    const set = (chosen, complaint = null) => {
        files = chosen;
        note = complaint;
        host.requestUpdate();
    };
    const add = (more) => {
        const limits = uploads();
        if (!limits)
            return;
        const chosen = chooseFiles(files, more, limits, locale);
        set(chosen.files, chosen.complaint);
        composer.focus();
    };
    const onChange = ({ target }) => {
        const chooser = target;
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
            if (isHeld !== isDragging)
                host.requestUpdate();
            isDragging = isHeld;
        },
    });
    host.addController({
        hostUpdated() {
            const shown = chats.chat?.messages.flatMap(({ attachments }) => attachments.flatMap(({ blob }) => blob ?? [])) ?? [];
            previews.keepOnly(new Set([...shown, ...files]));
            if (focusAt === null)
                return;
            const buttons = root.querySelectorAll(".tray button");
            (buttons[Math.min(focusAt, buttons.length - 1)] ?? composer).focus();
            focusAt = null;
        },
        hostDisconnected() {
            // A move within the document disconnects and connects in one go: that is no end.
            queueMicrotask(() => {
                if (!root.isConnected)
                    previews.keepOnly(new Set(files));
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
            if (!limits)
                return {};
            const remove = (index) => {
                focusAt = index;
                set(files.filter((_, at) => at !== index));
            };
            const choose = () => root.querySelector(".chooser")?.click();
            return {
                // Without a word of its own it leaves the place to the composer's.
                note: note ?? undefined,
                tray: renderFileTray(files, previews, isDragging, locale, remove),
                button: html `${renderButton("icon-button attach", "attach", attachIcon, choose, fileStrings.attach)}<input
            class="chooser"
            type="file"
            hidden
            multiple
            accept=${limits.accept.join(",")}
            @change=${onChange}
          />`,
            };
        },
        renderAttachments: (message, its) => renderAttachments(message, its, previews),
    };
    host.requestUpdate();
}
//# sourceMappingURL=create-files.js.map