import { html, nothing, type TemplateResult } from "lit";

/** A round picture of somebody: the image where there is one and it loads, the initials otherwise. Decorative. */
export function renderAvatar(name: string, imageUrl: string | null): TemplateResult {
  return html`<span class="avatar" part="avatar" aria-hidden="true"
    >${initialsOf(name)}${
      imageUrl
        ? html`<img src=${imageUrl} alt="" referrerpolicy="no-referrer" loading="lazy" @error=${removeImage} />`
        : nothing
    }</span
  >`;
}

/** "Ana Lima" → "AL"; at most two letters, and whole characters also beyond the basic plane. */
export function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join("");
}

/** Shows the initials behind an image that cannot be had. */
function removeImage(event: Event): void {
  (event.target as HTMLImageElement).style.visibility = "hidden";
}
