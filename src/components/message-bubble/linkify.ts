import { html, type TemplateResult } from "lit/html.js";

/** In parentheses, so that splitting by it gives every other piece. */
const CANDIDATE = /(\bhttps?:\/\/[^\s<>"]+)/i;
/** The last four are typographic: closing quotes and the ellipsis. */
const TRAILING = /[.,;:!?'\]}*_~\u2019\u201d\u00bb\u2026]/;

/**
 * Plain text with its http(s) addresses as links. Everything is bound as text: nothing a message says becomes markup,
 * and no other scheme becomes a link.
 */
export function linkify(text: string): unknown[] {
  return text.split(CANDIDATE).map((piece, index) => {
    const address = index % 2 ? withoutTrailingPunctuation(piece) : "";
    return URL.canParse(address) ? [renderLink(address, address), piece.slice(address.length)] : piece;
  });
}

/** An http(s) address. That page learns neither who opened it nor from where. */
export function renderLink(address: string, text: string, part = "link"): TemplateResult {
  return html`<a part=${part} href=${address} target="_blank" rel="noopener noreferrer nofollow">${text}</a>`;
}

/** What ends a sentence does not belong to the address in it; a bracket does where it was opened there. */
function withoutTrailingPunctuation(candidate: string): string {
  let unopened = candidate.split(")").length - candidate.split("(").length;
  let end = candidate.length;
  for (; end > 0; end--) {
    const last = candidate.charAt(end - 1);
    if (last === ")" && unopened-- > 0) continue;
    if (!TRAILING.test(last)) break;
  }
  return candidate.slice(0, end);
}
