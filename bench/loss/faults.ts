import type { Page } from "@playwright/test";
import type { Backend } from "../../test/browser/support/backend.ts";
import type { FaultProxy } from "../../test/support/fault-proxy.ts";
import type { CableMeddler } from "./cable-meddler.ts";

/** Everything between a visitor and the backend that can be broken. */
export interface Breakable {
  readonly page: Page;
  readonly proxy: FaultProxy;
  readonly meddler: CableMeddler;
  readonly backend: Backend;
}

/** How it is broken, and how repaired: by the name a schedule calls it. */
export const faults = {
  /** Every connection, of the cable and of requests. */
  reset: ({ proxy }) => proxy.reset(),
  /** Every connection stays open and says nothing any more. */
  "half-open": ({ proxy }) => proxy.halfOpen(),
  /** What half-open connections held back arrives, late. */
  thaw: ({ proxy }) => proxy.thaw(),
  kill: ({ backend }) => backend.halt("SIGKILL"),
  stop: ({ backend }) => backend.halt("SIGTERM"),
  start: ({ backend }) => backend.start(),
  refuse: ({ proxy }) => proxy.refuse(),
  accept: ({ proxy }) => proxy.accept(),
  /** The next message of the visitor is stored, and the answer never comes. */
  "lose an answer": ({ proxy }) => void proxy.cutAfter(20, /^POST \S*messages /),
  "cut a catch-up": ({ proxy }) => void proxy.cutAfter(4_000, /^GET \S*messages\?/),
  "answer 503": ({ meddler }) => {
    meddler.unavailable = true;
  },
  "answer again": ({ meddler }) => {
    meddler.unavailable = false;
  },
  "drop broadcasts": ({ meddler }) => {
    meddler.broadcasts = "drop";
  },
  "double broadcasts": ({ meddler }) => {
    meddler.broadcasts = "duplicate";
  },
  "reorder broadcasts": ({ meddler }) => {
    meddler.broadcasts = "reorder";
  },
  "pass broadcasts": ({ meddler }) => {
    meddler.broadcasts = "pass";
  },
  /** New sockets stay CONNECTING for ever. */
  "stall sockets": ({ proxy }) => proxy.stall({ only: "websocket" }),
  slow: ({ proxy }) => proxy.slow({ bytesPerSecond: 20_000, latencyMs: 150 }),
  /** Ends what lies on new connections: stalled, slow, refused. */
  recover: ({ proxy }) => proxy.recover(),
  offline: ({ page }) => page.context().setOffline(true),
  online: ({ page }) => page.context().setOffline(false),
  reload: async ({ page }) => {
    await page.reload();
  },
} satisfies Readonly<Record<string, (breakable: Breakable) => void | Promise<void>>>;

export type FaultName = keyof typeof faults;

/** Ends every fault there may be. What is half-open stays so: whoever is on it has to notice. */
export async function calm({ page, proxy, meddler, backend }: Breakable): Promise<void> {
  meddler.broadcasts = "pass";
  meddler.unavailable = false;
  await backend.start();
  await proxy.recover();
  await page.context().setOffline(false);
}
