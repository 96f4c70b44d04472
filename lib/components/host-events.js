const READY = Symbol.for("cablechat.ready");
/** Dispatches `cablechat:NAME`, bubbling and composed, with the payload as `detail`. */
export function dispatch(target, name, detail) {
    target.dispatchEvent(new CustomEvent(`cablechat:${name}`, { detail, bubbles: true, composed: true }));
}
/** Tells of an error: the developer on the console, the page by `cablechat:error`. */
export function tell(target, error) {
    console.error(`[cablechat] ${error.message}`);
    dispatch(target, "error", { error });
}
/**
 * Says `ready`, once for an element. The mark is on the element under a registered symbol, because the loader says it
 * before the panel's script, a bundle of its own, takes the element over.
 */
export function dispatchReady(host) {
    if (host[READY])
        return;
    host[READY] = true;
    dispatch(host, "ready", {});
}
/** `on()` of the element. Whoever asks for `ready` after it was said is still told. */
export function listen(host, name, listener) {
    const handler = (event) => listener(event.detail);
    const type = `cablechat:${name}`;
    host.addEventListener(type, handler);
    if (name === "ready" && host[READY])
        queueMicrotask(() => handler(new CustomEvent(type, { detail: {} })));
    return () => host.removeEventListener(type, handler);
}
//# sourceMappingURL=host-events.js.map