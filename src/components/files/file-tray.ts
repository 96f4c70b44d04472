import { html, nothing, type TemplateResult } from "lit/html.js";
import { fileStrings } from "../../locales/en.ts";
import { renderButton } from "../button.ts";
import { showAsBroken } from "./attachments.ts";
import { fileIcon, removeIcon } from "./file-icons.ts";
import { formatSize } from "./format-size.ts";
import type { Previews } from "./previews.ts";

/** What is chosen and not sent yet; and, while files are held over the panel, where they would go. */
export function renderFileTray(
  files: readonly File[],
  previews: Previews,
  isDragging: boolean,
  locale: string,
  remove: (index: number) => void,
): TemplateResult {
  return html`${isDragging ? html`<div class="drop" part="drop">${fileStrings.drop}</div>` : nothing}${
    files.length > 0
      ? html`<ul class="tray" part="tray" aria-label=${fileStrings.tray} role="list">
          ${files.map((file, index) => renderFile(file, previews, locale, () => remove(index)))}
        </ul>`
      : nothing
  }`;
}

function renderFile(file: File, previews: Previews, locale: string, remove: () => void): TemplateResult {
  const src = previews.urlOf(file);
  return html`<li part="file">
    <span class="thumb"
      >${
        src
          ? html`<img
              src=${src}
              alt=""
              @load=${({ target }: Event) => previews.measured(file, target as HTMLImageElement)}
              @error=${showAsBroken}
            />`
          : nothing
      }${fileIcon}</span
    >
    <span class="about"
      ><span class="name" dir="auto">${file.name}</span
      ><span class="size" dir="auto">${formatSize(file.size, locale)}</span></span
    >
    ${renderButton("icon-button remove", "remove-file", removeIcon, remove, fileStrings.remove(file.name))}
  </li>`;
}
