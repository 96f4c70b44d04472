import type { ChatEvents } from "../core/chat-events.ts";
import type { Unsubscribe } from "../core/emitter.ts";
import type { CablechatError } from "../core/errors.ts";

const READY = Symbol.for("cablechat.ready");

type Host = HTMLElement & { [READY]?: boolean };

/** Dispatches `cablechat:NAME`, bubbling and composed, with the payload as `detail`. */
export function dispatch<Name extends keyof ChatEvents>(target: Element, name: Name, detail: ChatEvents[Name]): void {
  target.dispatchEvent(new CustomEvent(`cablechat:${name}`, { detail, bubbles: true, composed: true }));
}

/** Tells of an error: the developer on the console, the page by `cablechat:error`. */
export function tell(target: Element, error: CablechatError): void {
  console.error(`[cablechat] ${error.message}`);
  dispatch(target, "error", { error });
}

/**
 * Says `ready`, once for an element. The mark is on the element under a registered symbol, because the loader says it
 * before the panel's script, a bundle of its own, takes the element over.
 */
export function dispatchReady(host: Host): void {
  if (host[READY]) return;
  host[READY] = true;
  dispatch(host, "ready", {});
}

/** `on()` of the element. Whoever asks for `ready` after it was said is still told. */
export function listen<Name extends keyof ChatEvents>(
  host: Host,
  name: Name,
  listener: (payload: ChatEvents[Name]) => void,
): Unsubscribe {
  const handler = (event: Event) => listener((event as CustomEvent<ChatEvents[Name]>).detail);
  const type = `cablechat:${name}`;
  host.addEventListener(type, handler);
  if (name === "ready" && host[READY]) queueMicrotask(() => handler(new CustomEvent(type, { detail: {} })));
  return () => host.removeEventListener(type, handler);
}
