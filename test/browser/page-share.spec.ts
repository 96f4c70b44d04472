import { customerPage } from "./support/customer-page.ts";
import { expect, test, through } from "./support/fixtures.ts";
import { Widget } from "./support/widget.ts";

test("two widgets of one webchat on a page share one socket, one visitor and one conversation", async ({
  page,
  site,
  backend,
  network,
  agent,
}) => {
  const endpoint = through(network, backend.base);
  const element = (id: string) =>
    `<cable-chat id="${id}" endpoint="${endpoint}" webchat="${backend.webchat}" position="inline" style="height:400px"></cable-chat>`;
  const content = `<h1>A shop</h1>${element("first")}${element("second")}`;
  const body = customerPage({ attributes: {}, content });
  await page.goto(site.put("/", { body }));
  const [first, second] = ["#first", "#second"].map((id) => new Widget(page, page.locator(id))) as [Widget, Widget];
  const conversation = await first.begin("From the first");
  await page.reload();
  await first.caughtUp();
  await second.caughtUp();
  const { upgrades } = network.counters;
  await second.write("From the second");
  await agent.say(conversation, "To both");
  await expect(first.message("To both")).toHaveCount(1);
  await first.expectInStepWith(agent);
  await second.expectInStepWith(agent);
  expect(network.counters.upgrades).toBe(upgrades);
  expect(network.openConnections({ only: "websocket" })).toBe(1);
});

test("the socket ends with the last widget of the page", async ({ page, visit, widget, network }) => {
  await visit();
  await widget.open();
  await widget.begin();
  expect(network.openConnections({ only: "websocket" })).toBe(1);
  await page.evaluate(() => document.querySelector("cable-chat")?.remove());
  await expect.poll(() => network.openConnections({ only: "websocket" })).toBe(0);
});

test("a widget that is moved on the page keeps its socket and what is written in it", async ({
  page,
  visit,
  widget,
  network,
}) => {
  await visit();
  await widget.open();
  await widget.begin();
  await widget.input.fill("half a thou");
  const { upgrades } = network.counters;
  await page.evaluate(() => document.querySelector("main")?.append(document.querySelector("cable-chat") ?? ""));
  await expect(widget.input).toHaveValue("half a thou");
  await widget.begin("Moved");
  expect(network.counters.upgrades).toBe(upgrades);
});

test("a script tag that stands twice makes one widget", async ({ page, visit, site, widget }) => {
  await visit();
  const { origin } = new URL(page.url());
  await page.evaluate((src) => {
    const [first] = document.querySelectorAll("script");
    const again = document.createElement("script");
    for (const { name, value } of first?.attributes ?? []) again.setAttribute(name, value);
    again.src = `${src}/dist/cablechat.js?again`;
    document.head.append(again);
    return new Promise((loaded) => again.addEventListener("load", loaded));
  }, origin);
  await widget.open();
  await expect(widget.host).toHaveCount(1);
  expect(site.origin).toBe(origin);
});
