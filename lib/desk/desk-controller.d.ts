import type { ReactiveController, ReactiveControllerHost } from "lit";
import { CablechatError } from "../core/errors.js";
import type { Desk } from "./desk.js";
import type { DeskOptions } from "./desk-options.js";
interface DeskHost extends ReactiveControllerHost, HTMLElement {
    endpoint: string | null;
    webchat: string | null;
    token: string | null;
    cable: DeskOptions["cable"] | null;
    channel: string | null;
}
/** The element's desk: made from the properties, made anew when they change, ended with the element. */
export declare class DeskController implements ReactiveController {
    #private;
    constructor(host: DeskHost, create: (options: DeskOptions) => Desk);
    /** `null` while the element is outside a document, or a property is missing or wrong. */
    get desk(): Desk | null;
    /** What keeps the desk from working; `null` when nothing does. */
    get problem(): CablechatError | null;
    hostConnected(): void;
    hostUpdate(): void;
    /** A move within the document is no end. */
    hostDisconnected(): void;
}
export {};
