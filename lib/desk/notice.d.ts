import { type TemplateResult } from "lit";
/** Something the agent must know of, and perhaps decide. */
export interface Notice {
    text: string;
    action?: {
        label: string;
        run: () => void;
    };
}
export declare function renderNotice({ text, action }: Notice, onDismiss: () => void): TemplateResult;
