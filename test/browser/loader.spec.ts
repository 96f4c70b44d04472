import { PageServer } from "../support/page-server.ts";
import { test as base, expect, through } from "./support/fixtures.ts";

const test = base.extend<{ scripts: PageServer }>({
  /** Who serves the built scripts where that is not the page's own site. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  scripts: async ({}, use) => {
    const scripts = await PageServer.listen();
    await use(scripts);
    await scripts.close();
  },
});

/** What the tests look at in the page's realm. */
interface Probed extends Window {
  launcher?: Element | null;
}

test("the launcher that was pressed is the launcher that stays, and nothing blinks", async ({
  page,
  visit,
  widget,
}) => {
  await visit();
  await page.evaluate(() => {
    const root = document.querySelector("cable-chat")?.shadowRoot;
    (window as Probed).launcher = root?.querySelector('[part="launcher"]');
  });
  await widget.open();
  await page.keyboard.press("Escape");
  await expect(widget.launcher).toBeFocused();
  const same = await widget.launcher.evaluate((launcher) => launcher === (window as Probed).launcher);
  expect(same).toBe(true);
});

test("what a page called before anything was loaded is done in order", async ({ page, visit, widget }) => {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, {
      heard,
      cablechat: [
        (chat: { on: (name: string, listener: () => void) => void }) => {
          for (const name of ["ready", "open", "sent"]) chat.on(name, () => heard.push(name));
        },
        ["open"],
        ["send", "First"],
        ["send", "Second"],
        ["prefill", "Third"],
      ],
    });
  });
  await visit();
  await expect(widget.message("Second")).toHaveAttribute("data-state", "sent");
  await expect(widget.input).toHaveValue("Third");
  expect((await widget.seen()).map(({ text }) => text)).toEqual(["First", "Second"]);
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
    "ready",
    "open",
    "sent",
    "sent",
  ]);
});

// Every way a strict policy may allow the scripts; the host is whoever serves them.
for (const [by, sourceOf, script] of [
  ["a nonce", () => "'nonce-s3cret'", { nonce: "s3cret" }],
  ["their host", (host: string) => host, {}],
] as const) {
  test(`a page with a strict policy that allows scripts by ${by}, and Trusted Types, needs no exception for it`, async ({
    page,
    visit,
    widget,
    network,
    scripts,
  }) => {
    const violations: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") violations.push(message.text());
    });
    const cable = network.origin.replace("http", "ws");
    const policy = [
      "default-src 'none'",
      `script-src ${sourceOf(scripts.origin)}`,
      `connect-src ${network.origin} ${cable}`,
      "require-trusted-types-for 'script'",
      "trusted-types cablechat lit-html",
    ];
    const headers = { "Content-Security-Policy": policy.join("; ") };
    const fetched = page.waitForResponse(/cablechat-more\.js/);
    await visit({ headers, script, src: `${scripts.origin}/dist/cablechat.js` });
    await widget.open();
    await widget.begin("Through a strict policy");
    expect((await fetched).ok(), "also what is fetched later").toBe(true);
    const panel = await widget.host.locator('[part="panel"]').boundingBox();
    expect(panel?.width, "the panel is styled").toBe(384);
    expect(violations).toEqual([]);
  });
}

test("a panel that cannot be had is told beside the launcher, and fetched again at the next press", async ({
  page,
  visit,
  widget,
}) => {
  let refuse = true;
  await page.route("**/cablechat-panel.js", (route) => (refuse ? route.abort() : route.continue()));
  await visit();
  await widget.launcher.click();
  await expect(widget.host.getByRole("status")).toHaveText("The chat could not be loaded. Please try again.");
  refuse = false;
  await widget.launcher.click();
  await expect(widget.input).toBeFocused();
  await expect(page.getByText("could not be loaded")).toHaveCount(0);
});

test("a framework that replaces the body leaves the widget and its connection alone", async ({
  page,
  visit,
  widget,
  network,
}) => {
  await visit();
  await widget.open();
  await widget.begin();
  const { upgrades } = network.counters;
  await widget.input.fill("half a thou");
  await page.evaluate(() => {
    const body = document.createElement("body");
    body.append("Another page");
    document.body.replaceWith(body);
  });
  await expect(widget.message("Hello")).toBeVisible();
  await expect(widget.input).toHaveValue("half a thou");
  await widget.begin("Still here");
  expect(network.counters.upgrades).toBe(upgrades);
});

test("a deploy between the panel and what it fetches later leaves the chat working", async ({
  page,
  visit,
  widget,
}) => {
  await page.route(/cablechat-more\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(/more[0-9a-f]{6}/g, "more0ther0") });
  });
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  const fetched = page.waitForResponse(/cablechat-more\.js/);
  await visit();
  await widget.open();
  await fetched;
  await widget.begin();
  expect(errors).toEqual([]);
});

test("all in one file works without fetching another", async ({ page, visit, widget }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
  });
  await visit({ src: "/dist/cablechat.full.js" });
  await widget.open();
  await widget.begin();
  expect(scripts).toEqual(["/dist/cablechat.full.js"]);
});

test("all in one file can be imported as a module, and defines the element that the page has placed", async ({
  page,
  site,
  backend,
  network,
  widget,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("[cablechat]")) complaints.push(message.text());
  });
  const endpoint = through(network, backend.base);
  const element = `<cable-chat endpoint="${endpoint}" webchat="${backend.webchat}"></cable-chat>`;
  const body = `<!doctype html><html lang="en"><title>A shop</title><body>${element}
    <script type="module">import "/dist/cablechat.full.js";</script>`;
  await page.goto(site.put("/", { body }));
  await widget.open();
  await widget.begin();
  expect(complaints).toEqual([]);
});

test("a script tag without its webchat says so, and leaves nothing on the page", async ({ page, site }) => {
  const told: string[] = [];
  page.on("console", (message) => {
    // The browser has words of its own, about a missing icon.
    if (/webchat|script/.test(message.text())) told.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener("cablechat:error", ({ target, detail }: CustomEventInit & Event) => {
      console.info((target as Element).localName, detail.error.code);
    });
  });
  const body = '<!doctype html><script async src="/dist/cablechat.js" data-endpoint="/cablechat"></script>';
  await page.goto(site.put("/", { body }));
  await expect
    .poll(() => told)
    .toEqual([expect.stringContaining('"webchat" is missing'), "script invalid_configuration"]);
  await expect(page.locator("cable-chat")).toHaveCount(0);
});
