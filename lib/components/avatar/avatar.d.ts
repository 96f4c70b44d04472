import { type TemplateResult } from "lit/html.js";
/** A round picture of somebody: the image where there is one and it loads, the initials otherwise. Decorative. */
export declare function renderAvatar(name: string, imageUrl?: string | null): TemplateResult;
/** "Ana Lima" → "AL"; at most two letters, and whole characters also beyond the basic plane. */
export declare function initialsOf(name: string): string;
