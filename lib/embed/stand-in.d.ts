import type { RequiredSettings } from "../components/required-settings.js";
/**
 * `<cable-chat>` until the panel's script is there: the launcher, and methods that wait. When the element is defined
 * it keeps the launcher's very nodes, and what was called meanwhile is done in order.
 */
export declare class StandIn {
    #private;
    constructor(host: HTMLElement, settings: RequiredSettings, load: () => Promise<unknown>);
    /** Says `ready`, once everything queued has been told of the element. */
    ready(): void;
}
