import { type TemplateResult } from "lit";
import type { HeadFilter, HeadList } from "../head-list.js";
export interface ConversationListOptions {
    list: HeadList;
    selected: string | null;
    locale: string;
    /** Wall-clock milliseconds. */
    now: number;
    onSelect: (id: string) => void;
    onStatus: (status: HeadFilter["status"]) => void;
    /** At every key. */
    onSearch: (query: string) => void;
}
/** Who has written, the latest first. One stop for Tab; arrows move within. */
export declare function renderConversationList(options: ConversationListOptions): TemplateResult;
