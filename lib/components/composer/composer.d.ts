import { type TemplateResult } from "lit/html.js";
import { type ComposerController } from "./composer-controller.js";
/** Where the visitor writes. The name of the input is its label; the placeholder goes away. */
export declare function renderComposer(composer: ComposerController, locale: string): TemplateResult;
