import type { CablechatError } from "../core/errors.js";
import { ONCE, POSITIONS, STORAGES, THEMES } from "./choices.js";
import { type AttributeReader, type RequiredSettings } from "./required-settings.js";
export type Position = (typeof POSITIONS)[number];
export type Theme = (typeof THEMES)[number];
export type AutoOpenOnce = (typeof ONCE)[number];
/** The element's attributes, read and checked. */
export interface Settings extends RequiredSettings {
    channel: string | undefined;
    locale: string;
    theme: Theme;
    position: Position;
    /** Seconds until the chat opens by itself; `null` for never. */
    autoOpenSeconds: number | null;
    autoOpenOnce: AutoOpenOnce | null;
    reconnectDelayMs: number;
    maxReconnectDelayMs: number;
    storage: (typeof STORAGES)[number];
}
/**
 * Reads the attributes of `<cable-chat>`. What is optional and wrong has its default; `null` where a required one is
 * missing or wrong: then there is nothing to show.
 *
 * @param complain hears of each wrong attribute, once a call; of an optional one a moment later
 */
export declare function readSettings(read: AttributeReader, complain: (problem: CablechatError) => void): Settings | null;
