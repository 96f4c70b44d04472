import { type TemplateResult } from "lit/html.js";
import type { Previews } from "./previews.js";
/** What is chosen and not sent yet; and, while files are held over the panel, where they would go. */
export declare function renderFileTray(files: readonly File[], previews: Previews, isDragging: boolean, locale: string, remove: (index: number) => void): TemplateResult;
