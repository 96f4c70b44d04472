import { type TemplateResult } from "lit/html.js";
/**
 * A button of the panel. It needs no type: there is no form it could submit.
 *
 * @param label says what it does where `content` is but an icon
 */
export declare function renderButton(shape: string, part: string, content: unknown, onClick: () => void, label?: string, disabled?: boolean): TemplateResult;
