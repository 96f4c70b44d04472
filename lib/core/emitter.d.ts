import type { ReportError } from "./ports.js";
/** Ends a subscription made by `on()`. Calling it twice is harmless. */
export type Unsubscribe = () => void;
/**
 * Events typed by a map of name to payload.
 * A listener that throws is reported and stops nobody else.
 */
export declare class Emitter<Events> {
    #private;
    constructor(reportError: ReportError);
    on<Name extends keyof Events>(name: Name, listener: (payload: Events[Name]) => void): Unsubscribe;
    emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void;
    /** How many listen. */
    get size(): number;
    clear(): void;
}
