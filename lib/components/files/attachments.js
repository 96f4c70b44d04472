import { html, nothing } from "lit/html.js";
import { fileStrings } from "../../locales/en.js";
import { fileIcon } from "./file-icons.js";
import { formatSize } from "./format-size.js";
/** The square a picture is shown in at most, in CSS pixels. */
const BOX_PX = 240;
const UNKNOWN = { width: BOX_PX, height: (BOX_PX * 2) / 3 };
/** A line's width would be nothing to press. */
const LEAST_PX = 44;
/**
 * The files of a message: pictures in a place that is kept for them, so that nothing moves when they come; everything
 * else by name and size. What is still on its way looks the same, from the file itself.
 *
 * @param previews absent where nothing is sent from here
 */
export function renderAttachments(message, locale, previews) {
    const { attachments, error, body, key } = message;
    if (attachments.length === 0)
        return nothing;
    const reason = error && (fileStrings.failed.get(error.code) ?? error.message);
    // Without white space between: a bubble's is shown.
    return html `<div class=${body ? "files below" : "files"}
    >${attachments.map((each, index) => renderAttachment(each, `${key} ${index}`, locale, previews))}${reason ? html `<p class="reason">${reason}</p>` : nothing}</div
  >`;
}
function renderAttachment(attachment, key, locale, previews) {
    const { name, contentType, blob } = attachment;
    const url = /^https?:\/\//i.test(attachment.url) ? attachment.url : null;
    const src = previews?.urlOf(blob) ?? (contentType.startsWith("image/") ? url : null);
    const { width, height } = fitted(previews?.sizeOf(attachment, key) ?? sizeOf(attachment) ?? UNKNOWN);
    // The same nodes before and after it is sent: the picture stays until the backend's has come.
    return html `<a
    class=${src ? "file picture" : "file"}
    part="attachment"
    href=${url ?? nothing}
    target="_blank"
    rel="noopener noreferrer nofollow"
    >${src
        ? html `<img
            part="image"
            src=${src}
            alt=${name}
            width=${width}
            height=${height}
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
            @load=${({ target }) => {
            const image = target;
            image.classList.remove("broken");
            if (blob)
                previews?.measured(blob, image);
        }}
            @error=${showAsBroken}
          />`
        : nothing}<span class="label">${fileIcon}<span class="name" dir="auto">${name}</span> <span class="size" dir="auto"
        >${formatSize(attachment.sizeBytes, locale)}</span
      ></span></a
  >`;
}
/** Forbidden by the page's policy, unreadable, or gone: its name stands there instead of a torn picture. */
export function showAsBroken({ target }) {
    target.classList.add("broken");
}
function sizeOf({ width, height }) {
    return width && height ? { width, height } : null;
}
function fitted({ width, height }) {
    const scale = Math.min(1, BOX_PX / width, BOX_PX / height);
    return {
        width: Math.max(LEAST_PX, Math.round(width * scale)),
        height: Math.max(LEAST_PX, Math.round(height * scale)),
    };
}
//# sourceMappingURL=attachments.js.map