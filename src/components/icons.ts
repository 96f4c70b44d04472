import { html } from "lit/html.js";

// Decorative all of them: what a control does stands in its label.
export const closeIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18" /></svg>`;
export const sendIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 19V5m-6 6 6-6 6 6" /></svg>`;
export const downIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v14m-6-6 6 6 6-6" /></svg>`;
export const clockIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 7v5l3 2" /><circle cx="12" cy="12" r="9" /></svg>`;
export const checkIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m5 13 4 4L19 7" /></svg>`;
export const alertIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 7v6m0 3.500v.1" /><circle cx="12" cy="12" r="9" /></svg>`;
