import { html, nothing } from "lit/html.js";
import { fileStrings } from "../../locales/en.js";
import { renderButton } from "../button.js";
import { showAsBroken } from "./attachments.js";
import { fileIcon, removeIcon } from "./file-icons.js";
import { formatSize } from "./format-size.js";
/** What is chosen and not sent yet; and, while files are held over the panel, where they would go. */
export function renderFileTray(files, previews, isDragging, locale, remove) {
    return html `${isDragging ? html `<div class="drop" part="drop">${fileStrings.drop}</div>` : nothing}${files.length > 0
        ? html `<ul class="tray" part="tray" aria-label=${fileStrings.tray} role="list">
          ${files.map((file, index) => renderFile(file, previews, locale, () => remove(index)))}
        </ul>`
        : nothing}`;
}
function renderFile(file, previews, locale, remove) {
    const src = previews.urlOf(file);
    return html `<li part="file">
    <span class="thumb"
      >${src
        ? html `<img
              src=${src}
              alt=""
              @load=${({ target }) => previews.measured(file, target)}
              @error=${showAsBroken}
            />`
        : nothing}${fileIcon}</span
    >
    <span class="about"
      ><span class="name" dir="auto">${file.name}</span
      ><span class="size" dir="auto">${formatSize(file.size, locale)}</span></span
    >
    ${renderButton("icon-button remove", "remove-file", removeIcon, remove, fileStrings.remove(file.name))}
  </li>`;
}
//# sourceMappingURL=file-tray.js.map