/** The page's own life, as `document` and `window` tell it. Without a document: always visible and online. */
export const pageLifecycle = {
    get visible() {
        return globalThis.document?.visibilityState !== "hidden";
    },
    get online() {
        return globalThis.navigator?.onLine !== false;
    },
    listen(listener) {
        const controller = new AbortController();
        const on = (target, name, tell) => target?.addEventListener(name, tell, controller);
        on(globalThis.document, "visibilitychange", () => listener(pageLifecycle.visible ? "visible" : "hidden"));
        for (const event of ["online", "offline"])
            on(globalThis.window, event, () => listener(event));
        on(globalThis.window, "pageshow", (event) => event.persisted && listener("restored"));
        return () => controller.abort();
    },
    page() {
        const { document } = globalThis;
        return document ? { url: location.href, title: document.title, referrer: document.referrer } : null;
    },
};
//# sourceMappingURL=page-lifecycle.js.map