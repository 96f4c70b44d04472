import { html, nothing } from "lit/html.js";
/** A round picture of somebody: the image where there is one and it loads, the initials otherwise. Decorative. */
export function renderAvatar(name, imageUrl) {
    return html `<span class="avatar" part="avatar" aria-hidden="true"
    >${initialsOf(name)}${imageUrl
        ? html `<img src=${imageUrl} alt="" referrerpolicy="no-referrer" loading="lazy" @error=${hideImage} />`
        : nothing}</span
  >`;
}
/** "Ana Lima" → "AL"; at most two letters, and whole characters also beyond the basic plane. */
export function initialsOf(name) {
    return (name.match(/(?<!\S)[\p{L}\p{N}]/gu) ?? []).slice(0, 2).join("").toUpperCase();
}
/** Shows the initials behind an image that cannot be had. */
function hideImage({ target }) {
    target.hidden = true;
}
//# sourceMappingURL=avatar.js.map