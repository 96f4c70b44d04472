import { type TemplateResult } from "lit/html.js";
export declare const closeIcon: TemplateResult;
export declare const sendIcon: TemplateResult;
export declare const downIcon: TemplateResult;
export declare const clockIcon: TemplateResult;
export declare const checkIcon: TemplateResult;
export declare const alertIcon: TemplateResult;
/** Strokes in a square of 24. */
export declare function icon(path: string): TemplateResult;
