import { html, nothing } from "lit/html.js";

// Each is drawn by Lit, and, compiled, by src/embed/compiled-templates.ts (compiled-templates.test.ts).

export const text = (value: unknown) => html`<p>before ${value} after</p>`;
export const atTheEdges = (first: unknown, last: unknown) => html`${first}<hr />${last}`;
export const neighbours = (one: unknown, other: unknown) => html`<p>${one}${other}</p>`;
export const attribute = (value: unknown) => html`<a title=${value} data-fixed="yes">x</a>`;
export const bool = (value: unknown) => html`<button ?disabled=${value}></button>`;
export const property = (value: unknown) => html`<input .value=${value} />`;
export const listener = (click: (event: Event) => void, label: string) =>
  html`<button type="button" @click=${click} aria-label=${label}>${label}</button>`;
export const either = (which: boolean, value: unknown) =>
  which ? html`<b title=${value}>${value}</b>` : html`<em>${value}</em>`;
export const nested = (value: unknown, inner: unknown) => html`
  <!-- a comment counts -->
  <section
    class="outer"
    id=${value}
  >
    <svg viewBox="0 0 1 1"><path d=${value} /></svg>
    ${inner === nothing ? nothing : html`<div>${inner} <span>${value}</span></div>`}
    <time>${value}</time>
  </section>`;
