import { html } from "lit/html.js";
// Decorative all of them: what a control does stands in its label.
export const closeIcon = icon("m6 6 12 12M18 6 6 18");
export const sendIcon = icon("M12 19V5m-6 6 6-6 6 6");
export const downIcon = icon("M12 5v14m-6-6 6 6 6-6");
export const clockIcon = icon("M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0");
export const checkIcon = icon("m5 13 4 4L19 7");
export const alertIcon = icon("M12 7v6m0 3.500v.1M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0");
/** Strokes in a square of 24. */
export function icon(path) {
    return html `<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}
//# sourceMappingURL=icons.js.map