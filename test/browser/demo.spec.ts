import { expect, test } from "@playwright/test";
import { type EmbeddedServer, startServer } from "../support/embedded-server.ts";
import { Widget } from "./support/widget.ts";

/** The demo's own page is of the embedded server, whatever backend the other tests run against. */
let server: EmbeddedServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

test("the page says that nothing was opened yet, and has opened nothing", async ({ page }) => {
  const sockets: string[] = [];
  page.on("websocket", (socket) => sockets.push(socket.url()));
  await page.goto(`${server.origin}/`);
  await expect(page.locator("#verdict")).toContainText("there is no socket");
  await page.getByRole("button", { name: /Agent writes twenty/ }).click();
  await expect(page.locator("#told")).toContainText("Write a message in the chat first");
  expect(sockets).toEqual([]);
});

for (const [fault, button] of [
  ["a cut socket", /Cut the socket/],
  ["a half-open one", /Make it half-open/],
  ["five seconds of refusal with twenty messages meanwhile", /Show me/],
] as const) {
  test(`the page shows that ${fault} loses nothing`, async ({ page }) => {
    const widget = new Widget(page);
    await page.goto(`${server.origin}/`);
    await widget.open();
    await widget.begin("Hello");
    await page.getByRole("button", { name: button }).click();
    await expect(page.locator("#lost-sockets")).toHaveText("1", { timeout: 20_000 });
    await page.getByRole("button", { name: /Agent writes twenty/ }).click();
    await expect(page.locator("#connection")).toHaveText("connected, caught up", { timeout: 20_000 });
    await expect(page.locator("#verdict")).toContainText("Shown exactly as stored", { timeout: 20_000 });
    await expect(page.locator("#missing")).toHaveText("0");
    await expect(page.locator("#doubled")).toHaveText("0");
    // "Show me" has had twenty written, too. All figures are of one moment only once the last message is here.
    await expect(page.locator("#stored")).toHaveText(/^(21|41)$/);
    await expect(page.locator("#shown")).toHaveText((await page.locator("#stored").textContent()) ?? "");
  });
}

test("the page breaks nothing of its own policy", async ({ page }) => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) violations.push(message.text());
  });
  const widget = new Widget(page);
  await page.goto(`${server.origin}/`);
  await widget.open();
  await widget.begin("Hello");
  await page.goto(`${server.origin}/desk`);
  await page.getByLabel("Agent's token").fill(server.token);
  await page.keyboard.press("Enter");
  await page.locator('cablechat-desk [part="conversation"]').first().click();
  await expect(page.locator('cablechat-desk [part="message"]').first()).toBeVisible();
  expect(violations).toEqual([]);
});
