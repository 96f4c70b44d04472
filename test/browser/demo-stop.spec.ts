import { expect, type Page, test } from "@playwright/test";
import { type Demo, startDemo } from "./support/demo.ts";
import { Widget, watchForDoubles } from "./support/widget.ts";

// The demo as `npm start` gives it, with the supervisor that can stop its server.

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.stop());

const uncaught: string[] = [];
let widget: Widget;
test.beforeEach(async ({ page }) => {
  uncaught.length = 0;
  page.on("pageerror", ({ message }) => uncaught.push(message));
  await watchForDoubles(page);
  await page.goto(demo.url);
  widget = new Widget(page);
  await widget.open();
  await widget.begin("Is it broken?");
});
test.afterEach(() => expect(uncaught).toEqual([]));

function press(page: Page, name: RegExp): Promise<void> {
  return page.locator("#faults").getByRole("button", { name }).click();
}

async function expectNothingLost(page: Page, stored: number): Promise<void> {
  await expect(page.locator("#stored")).toHaveText(String(stored), { timeout: 30_000 });
  await expect(page.locator("#missing")).toHaveText("0");
  await expect(page.locator("#doubled")).toHaveText("0");
  await expect(page.locator("#verdict")).toContainText("Shown exactly as stored");
  await expect(widget.messages).toHaveCount(stored);
  expect(await widget.doubles()).toEqual([]);
}

for (const how of [/Stop the server/, /Kill the server/]) {
  test(`"${how.source}", writing meanwhile, "Start the server": nothing is lost`, async ({ page }) => {
    await press(page, how);
    await expect(page.locator("#told")).toContainText(/start it again/);
    await widget.write("Written to a stopped server");
    await expect(widget.message("Written to a stopped server")).toHaveAttribute("data-state", "pending");
    await press(page, /Start the server/);
    await expect(widget.message("Written to a stopped server")).toHaveAttribute("data-state", "sent", {
      timeout: 30_000,
    });
    await press(page, /Agent writes twenty/);
    await expectNothingLost(page, 22);
  });
}
