import type { PageEvent, PageLifecycle } from "../core/ports.ts";

/** The page's own life, as `document` and `window` tell it. Without a document: always visible and online. */
export const pageLifecycle: PageLifecycle = {
  get visible() {
    return typeof document === "undefined" || document.visibilityState === "visible";
  },
  get online() {
    return typeof navigator === "undefined" || navigator.onLine !== false;
  },
  listen(listener) {
    if (typeof document === "undefined") return () => undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const tell = (event: PageEvent) => () => listener(event);
    document.addEventListener(
      "visibilitychange",
      () => listener(document.visibilityState === "visible" ? "visible" : "hidden"),
      { signal },
    );
    addEventListener("online", tell("online"), { signal });
    addEventListener("offline", tell("offline"), { signal });
    addEventListener("pageshow", (event) => event.persisted && listener("restored"), { signal });
    return () => controller.abort();
  },
  page() {
    if (typeof document === "undefined") return null;
    return { url: location.href, title: document.title, referrer: document.referrer };
  },
};
