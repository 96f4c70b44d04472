import type { ChatEvents } from "../core/chat-events.js";
import type { Unsubscribe } from "../core/emitter.js";
import type { CablechatError } from "../core/errors.js";
declare const READY: unique symbol;
type Host = HTMLElement & {
    [READY]?: boolean;
};
/** Dispatches `cablechat:NAME`, bubbling and composed, with the payload as `detail`. */
export declare function dispatch<Name extends keyof ChatEvents>(target: Element, name: Name, detail: ChatEvents[Name]): void;
/** Tells of an error: the developer on the console, the page by `cablechat:error`. */
export declare function tell(target: Element, error: CablechatError): void;
/**
 * Says `ready`, once for an element. The mark is on the element under a registered symbol, because the loader says it
 * before the panel's script, a bundle of its own, takes the element over.
 */
export declare function dispatchReady(host: Host): void;
/** `on()` of the element. Whoever asks for `ready` after it was said is still told. */
export declare function listen<Name extends keyof ChatEvents>(host: Host, name: Name, listener: (payload: ChatEvents[Name]) => void): Unsubscribe;
export {};
