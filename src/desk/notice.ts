import { html, nothing, type TemplateResult } from "lit";
import { deskStrings } from "../locales/desk-en.ts";

/** Something the agent must know of, and perhaps decide. */
export interface Notice {
  text: string;
  action?: { label: string; run: () => void };
}

export function renderNotice({ text, action }: Notice, onDismiss: () => void): TemplateResult {
  return html`<div class="notice" part="notice" role="alert">
    <p>${text}</p>
    ${action ? html`<button class="quiet" type="button" @click=${action.run}>${action.label}</button>` : nothing}
    <button class="quiet" type="button" @click=${onDismiss}>${action ? deskStrings.stay : deskStrings.dismiss}</button>
  </div>`;
}
