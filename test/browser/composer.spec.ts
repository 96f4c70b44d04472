import { expect, test } from "./support/fixtures.ts";

test.beforeEach(async ({ visit, widget }) => {
  await visit();
  await widget.open();
});

test("Enter sends, the input is empty again and keeps the focus", async ({ widget, page }) => {
  await page.keyboard.type("One line");
  await page.keyboard.press("Enter");
  await expect(widget.message("One line")).toHaveAttribute("data-state", "sent");
  await expect(widget.input).toHaveValue("");
  await expect(widget.input).toBeFocused();
});

test("Shift+Enter breaks the line, and the message keeps it", async ({ widget, page }) => {
  await page.keyboard.type("First");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("Second");
  await expect(widget.input).toHaveValue("First\nSecond");
  await page.keyboard.press("Enter");
  await expect(widget.messages).toHaveCount(1);
  expect((await widget.seen())[0]?.text).toBe("First\nSecond");
});

test("an Enter that ends an input method's composition sends nothing", async ({ widget, page }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  await expect(widget.input).toHaveValue("にほん");
  // As a browser tells it: the key that confirms the candidate belongs to the input method.
  await devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", windowsVirtualKeyCode: 229 });
  await expect(widget.messages).toHaveCount(0);
  await devtools.send("Input.insertText", { text: "日本" });
  await expect(widget.input).toHaveValue("日本");
  await page.keyboard.press("Enter");
  await expect(widget.message("日本")).toHaveAttribute("data-state", "sent");
  await expect(widget.messages).toHaveCount(1);
});

test("nothing but blanks is not sent", async ({ widget, network }) => {
  await widget.write("  \n ");
  await expect(widget.host.locator('[part="send"]')).toBeDisabled();
  await expect(widget.messages).toHaveCount(0);
  expect(network.requests(/POST/)).toEqual([]);
});

test("a message of 10,001 characters is refused under the input, keeps its text, and goes once it is shorter", async ({
  widget,
}) => {
  const long = "a".repeat(10_001);
  await widget.write(long);
  await expect(widget.host.locator('[part="note"]')).toHaveText("10,001 of 10,000");
  await expect(widget.input).toHaveValue(long);
  await expect(widget.messages).toHaveCount(0);
  await widget.input.press("Backspace");
  await widget.input.press("Enter");
  await expect(widget.messages).toHaveCount(1);
  await expect(widget.messages.first()).toHaveAttribute("data-state", "sent");
});

test("a message is the same element from pending to sent, and nothing else comes or goes", async ({
  widget,
  network,
}) => {
  await widget.begin();
  await network.refuse();
  await widget.write("The same bubble");
  const row = widget.message("The same bubble");
  await expect(row).toHaveAttribute("data-state", "pending");
  const element = await row.elementHandle();
  const bubble = await element?.$('[part="bubble"]');
  const changes = await widget.host.evaluateHandle((host) => {
    const seen: string[] = [];
    const rows = host.shadowRoot?.querySelector(".rows");
    if (!rows) throw new Error("There is no list.");
    new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) {
        for (const node of [...addedNodes, ...removedNodes]) if (node instanceof Element) seen.push(node.className);
      }
    }).observe(rows, { childList: true });
    return seen;
  });
  await network.recover();
  await expect(row).toHaveAttribute("data-state", "sent", { timeout: 40_000 });
  expect(await row.evaluate((now, before) => now === before, element)).toBe(true);
  expect(await bubble?.evaluate((node) => node.isConnected)).toBe(true);
  expect(await changes.jsonValue(), "rows added or removed").toEqual([]);
});

test.describe("a message the server refuses", () => {
  test.beforeEach(async ({ widget, page }) => {
    await widget.begin();
    // The server says no to this one, whatever its reason.
    await page.route(/\/messages$/, (route) => {
      if (!route.request().postData()?.includes("Refused")) return route.fallback();
      return route.fulfill({
        status: 422,
        headers: { "Access-Control-Allow-Origin": "*" },
        contentType: "application/problem+json",
        body: JSON.stringify({
          code: "invalid",
          title: "Invalid",
          status: 422,
          detail: "This shop takes no parcels.",
          errors: { body: ["is refused"] },
        }),
      });
    });
    await widget.write("Refused");
    await expect(widget.message("Refused")).toHaveAttribute("data-state", "failed");
  });

  test("says so, with the server's reason, and can be tried again", async ({ widget, page, agent }) => {
    const row = widget.message("Refused");
    await expect(row.getByText("Not sent. This shop takes no parcels.")).toBeVisible();
    await page.unroute(/\/messages$/);
    await row.getByRole("button", { name: "Retry" }).click();
    await expect(row).toHaveAttribute("data-state", "sent");
    await widget.expectInStepWith(agent);
  });

  test("can be deleted, and is forgotten by the next page, too", async ({ widget, page, agent }) => {
    await widget.message("Refused").getByRole("button", { name: "Delete" }).click();
    await expect(widget.message("Refused")).toHaveCount(0);
    await page.reload();
    await widget.open();
    await widget.caughtUp();
    await widget.expectInStepWith(agent);
  });

  test("does not hold up the next one", async ({ widget }) => {
    await widget.write("The next one");
    await expect(widget.message("The next one")).toHaveAttribute("data-state", "sent");
    await expect(widget.message("Refused")).toHaveAttribute("data-state", "failed");
  });

  test("still stands as failed on the next page", async ({ widget, page }) => {
    await page.reload();
    await widget.open();
    await expect(widget.message("Refused")).toHaveAttribute("data-state", "failed");
    await expect(widget.message("Refused").getByText("This shop takes no parcels.")).toBeVisible();
  });
});
