import { html } from "lit";
// Decorative all of them: what a control does stands in its label.
export const backIcon = html `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m15 5-7 7 7 7" /></svg>`;
export const infoIcon = html `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 11v6m0-10v.1" /><circle cx="12" cy="12" r="9" /></svg>`;
export const editIcon = html `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m4 20 1-4L16 5l3 3L8 19z" /></svg>`;
export const removeIcon = html `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 7h14M10 7V4h4v3m3 0-1 13H8L7 7" /></svg>`;
//# sourceMappingURL=desk-icons.js.map