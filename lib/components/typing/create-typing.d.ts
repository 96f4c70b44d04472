import { type TemplateResult } from "lit/html.js";
/** Gives `root` the looks of it. @returns what draws that those of these names are typing */
export declare function createTyping(root: ShadowRoot): (names: string) => TemplateResult;
export declare function renderTyping(names: string): TemplateResult;
