import { html, type TemplateResult } from "lit";

const CANDIDATE = /\bhttps?:\/\/[^\s<>"]+/gi;
/** The last four are typographic: closing quotes and the ellipsis. */
const TRAILING = /[.,;:!?'\]}*_~\u2019\u201d\u00bb\u2026]/;

/**
 * Plain text with its http(s) addresses as links. Everything is bound as text: nothing a message says becomes markup,
 * and no other scheme becomes a link.
 */
export function linkify(text: string): (string | TemplateResult)[] {
  const pieces: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: candidate, index } of text.matchAll(CANDIDATE)) {
    const address = withoutTrailingPunctuation(candidate);
    if (!URL.canParse(address)) continue;
    pieces.push(text.slice(end, index), link(address));
    end = index + address.length;
  }
  pieces.push(text.slice(end));
  return pieces.filter((piece) => piece !== "");
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

function link(address: string): TemplateResult {
  return html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`;
}
