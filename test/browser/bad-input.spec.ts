import type { Page } from "@playwright/test";
import { startBackend } from "./support/backend.ts";
import { customerPage } from "./support/customer-page.ts";
import { expect, test } from "./support/fixtures.ts";

// In each: a clear word to whoever can do something about it, and the page around works on. That nothing is thrown
// uncaught is looked at after every test.

interface Told extends Window {
  told?: { code: string; message: string }[];
}

/** Keeps every `cablechat:error` of the page. */
async function listenForErrors(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: { code: string; message: string }[] = [];
    (window as Told).told = told;
    document.addEventListener("cablechat:error", (event) => {
      const { code, message } = (event as CustomEvent<{ error: { code: string; message: string } }>).detail.error;
      told.push({ code, message });
    });
  });
}

function codes(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as Told).told?.map(({ code }) => code) ?? []);
}

async function expectPageWorks(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Buy a lamp" }).click();
  await expect(page.getByRole("heading", { name: "A shop" })).toBeVisible();
}

test.beforeEach(({ page }) => listenForErrors(page));

test.describe("attributes", () => {
  const wrong = [
    { endpoint: null, says: 'the attribute "endpoint" is missing' },
    { endpoint: "ftp://files.example", says: 'the attribute "endpoint" is "ftp://files.example"' },
    { webchat: null, says: 'the attribute "webchat" is missing' },
    { webchat: "  ", says: 'the attribute "webchat" is missing' },
  ];
  for (const { says, ...attributes } of wrong) {
    test(`${JSON.stringify(attributes)}: a console error names it, and nothing is put on the page`, async ({
      page,
      site,
    }) => {
      const errors: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" && message.text().includes("cablechat")) errors.push(message.text());
      });
      const given = { endpoint: "http://127.0.0.1:9/cablechat", webchat: "demo", ...attributes };
      await page.goto(site.put("/", { body: customerPage({ attributes: given }) }));
      await expect.poll(() => errors).toEqual([expect.stringContaining(says)]);
      expect(await codes(page)).toEqual(["invalid_configuration"]);
      await expect(page.locator("cable-chat")).toHaveCount(0);
      await expectPageWorks(page);
    });
  }

  test("a position there is none of is named in the console, and the chat stands at the default one", async ({
    page,
    visit,
    widget,
  }) => {
    const complaint = page.waitForEvent("console", (message) => message.text().includes('"position" is "middle"'));
    await visit({ attributes: { position: "middle" } });
    await widget.open();
    expect((await complaint).text()).toContain("bottom-right, bottom-left, top-right, top-left, inline");
    const panel = await widget.host.locator('[part="panel"]').boundingBox();
    expect(panel?.x).toBeGreaterThan(600);
    await expectPageWorks(page);
  });
});

test.describe("endpoint", () => {
  test("one that answers a page of HTML is told to the developer, and to the visitor in their words", async ({
    page,
    visit,
    widget,
    site,
  }) => {
    const body = "<!doctype html><h1>Welcome to our home page</h1>";
    const endpoint = site.put("/home", { body });
    site.put("/home/webchats/demo", { body });
    await visit({ attributes: { endpoint } });
    await widget.open();
    await expect(widget.host.getByRole("alert")).toContainText("Something went wrong on our side");
    expect(await codes(page)).toContain("not_json");
    expect(await page.evaluate(() => (window as Told).told?.[0]?.message)).toContain("mount point");
    await expectPageWorks(page);
  });

  test("one that does not know the webchat says so", async ({ page, visit, widget }) => {
    await visit({ attributes: { webchat: "no-such-chat" } });
    await widget.open();
    await expect(widget.host.getByRole("alert")).toContainText("This chat is not set up for this website");
    expect(await codes(page)).toEqual(["unknown_webchat"]);
    await expectPageWorks(page);
  });

  test("one that is for another website says so", async ({ page, visit, widget }) => {
    const strict = await startBackend({ origins: ["https://elsewhere.example"] });
    await visit({ attributes: { endpoint: strict.base } });
    await widget.open();
    await expect(widget.host.getByRole("alert")).toContainText("This chat is not set up for this website");
    expect(await codes(page)).toEqual(["origin_not_allowed"]);
    await expectPageWorks(page);
    await strict.stop();
  });

  test("one that nobody answers at is tried again until somebody does", async ({ page, visit, widget, network }) => {
    await network.refuse();
    await visit();
    await widget.open();
    await expect(widget.host.getByRole("alert")).toContainText("cannot reach the chat");
    await expectPageWorks(page);
    await network.recover();
    const greeting = widget.host.locator('[part="greeting"]');
    // It tries by itself, too: where that was first, there is no button any more, and the click goes nowhere.
    await widget.host.getByRole("button", { name: "Try again" }).or(greeting).first().click();
    await expect(greeting).toBeVisible();
  });

  const broken = [
    { name: "an empty object", bootstrap: {} },
    { name: "a list", bootstrap: [] },
    { name: "null", bootstrap: null },
    { name: "a webchat of the wrong type", bootstrap: { webchat: "demo", cable: 7, messages: "none", revision: "x" } },
  ];
  for (const { name, bootstrap } of broken) {
    test(`a bootstrap that is ${name} breaks nothing but the chat, which says so`, async ({ page, visit, widget }) => {
      await page.route(/\/webchats\/[^/]+$/, (route) =>
        route.fulfill({ json: bootstrap, headers: { "Access-Control-Allow-Origin": "*" } }),
      );
      await visit();
      await widget.open();
      await expect(widget.host.getByRole("alert")).toContainText("The chat is not working");
      expect(await codes(page)).toContain("invalid_response");
      await expectPageWorks(page);
    });
  }
});

test.describe("storage that the browser denies", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const deny = () => {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      };
      for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
        Object.defineProperty(window, name, { get: deny, configurable: true });
      }
    });
  });

  test("does not keep the visitor from talking", async ({ visit, widget, agent, page }) => {
    await visit();
    await widget.open();
    const conversation = await widget.begin();
    await agent.say(conversation, "I hear you");
    await widget.expectInStepWith(agent);
    expect(await codes(page)).toEqual(["storage_unavailable"]);
    await expectPageWorks(page);
  });

  test("is told to a visitor who has something to lose", async ({ visit, widget, network, agent }) => {
    await visit();
    await widget.open();
    await widget.begin();
    await network.refuse({ only: "http" });
    await widget.write("Not sent yet");
    await expect(widget.banner).toContainText("stay on this page until your messages are sent");
    await network.recover();
    await expect(widget.message("Not sent yet")).toHaveAttribute("data-state", "sent");
    await expect(widget.banner).toBeEmpty();
    await widget.expectInStepWith(agent);
  });
});
