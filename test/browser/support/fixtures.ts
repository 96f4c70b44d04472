import { test as base, expect } from "@playwright/test";
import { FaultProxy } from "../../support/fault-proxy.ts";
import { PageServer } from "../../support/page-server.ts";
import { Agent } from "./agent.ts";
import { type Backend, startBackend } from "./backend.ts";
import { type CustomerPageOptions, customerPage } from "./customer-page.ts";
import { Widget, watchForDoubles } from "./widget.ts";

interface VisitOptions extends Partial<CustomerPageOptions> {
  /** Headers of the customer's page, e.g. its content security policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

interface TestFixtures {
  /** Between the visitor and the backend, for REST and the cable. */
  network: FaultProxy;
  /** The customer's web site: another origin than the backend's. */
  site: PageServer;
  agent: Agent;
  widget: Widget;
  /** Goes to a customer's page with the widget on it, which reaches the backend through the proxy. */
  visit: (options?: VisitOptions) => Promise<void>;
  /** Every uncaught exception and unhandled rejection of the page. None is expected; a test may look, too. */
  uncaught: string[];
}

/** A test with a visitor's page, an agent, and a backend of the worker's own behind a proxy of the test's own. */
export const test = base.extend<TestFixtures, { backend: Backend }>({
  backend: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const backend = await startBackend({});
      await use(backend);
      await backend.stop();
    },
    { scope: "worker" },
  ],
  network: async ({ backend }, use) => {
    // An earlier test may have ended it.
    await backend.start();
    const { hostname, port } = new URL(backend.origin);
    const proxy = await FaultProxy.listen({ target: { host: hostname, port: Number(port) } });
    await use(proxy);
    await proxy.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  site: async ({}, use) => {
    const site = await PageServer.listen();
    await use(site);
    await site.close();
  },
  agent: ({ backend }, use) => use(new Agent(backend)),
  uncaught: [
    async ({ page }, use) => {
      const uncaught: string[] = [];
      page.on("pageerror", (error) => uncaught.push(error.stack ?? error.message));
      await use(uncaught);
      expect(uncaught, "uncaught exceptions on the page").toEqual([]);
    },
    { auto: true },
  ],
  widget: async ({ page }, use) => {
    await watchForDoubles(page);
    await use(new Widget(page));
  },
  visit: async ({ page, site, backend, network, widget }, use) => {
    await use(async ({ attributes = {}, headers = {}, ...options } = {}) => {
      const own = { endpoint: through(network, backend.base), webchat: backend.webchat };
      const body = customerPage({ attributes: { ...own, ...attributes }, ...options });
      await page.goto(site.put("/", { body, headers }));
      await widget.launcher.or(widget.list).first().waitFor();
    });
  },
});

/** A URL of the backend, by way of a proxy. */
export function through(proxy: FaultProxy, url: string): string {
  const proxied = new URL(url);
  proxied.host = new URL(proxy.origin).host;
  return proxied.href;
}

export { expect } from "@playwright/test";
