import { chromiumLaunch } from "../support/chromium.ts";
import { expect, test } from "./support/fixtures.ts";

// Playwright switches the cache off, since pages that come back alive confuse most tests. Here they are the point.
test.use({ launchOptions: { ...chromiumLaunch(), ignoreDefaultArgs: ["--disable-back-forward-cache"] } });

test("a page taken back alive from the back/forward cache takes a new socket and catches up", async ({
  page,
  visit,
  widget,
  agent,
  site,
}) => {
  // Chromium keeps no page alive that forbids keeping it.
  const headers = { "Cache-Control": "no-cache" };
  await visit({ headers });
  await widget.open();
  const conversation = await widget.begin();
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => {
      document.title = persisted ? "alive" : "loaded anew";
    });
  });
  await page.goto(site.put("/elsewhere", { body: "<!doctype html><title>Elsewhere</title>", headers }));
  await agent.sayMany(conversation, "While elsewhere", 5);
  // It is not loaded again, so there is no load event to wait for.
  await page.goBack({ waitUntil: "commit" });
  await expect(page).toHaveTitle("alive");
  await expect(widget.message("While elsewhere 5")).toBeVisible();
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});

test("what the visitor's next page tells other tabs does not throw the one before out of the cache", async ({
  page,
  visit,
  widget,
  agent,
  site,
}) => {
  const headers = { "Cache-Control": "no-cache" };
  await visit({ headers });
  await widget.open();
  const conversation = await widget.begin();
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => {
      document.title = persisted ? "alive" : "loaded anew";
    });
  });
  // The same shop, another page of it.
  await page.goto(`${site.origin}/?page=2`);
  await widget.open();
  await widget.write("From the second page");
  await expect(widget.message("From the second page")).toHaveAttribute("data-state", "sent");
  await agent.say(conversation, "To the second page");
  await expect(widget.message("To the second page")).toBeVisible();
  await page.goBack({ waitUntil: "commit" });
  await expect(page).toHaveTitle("alive");
  await expect(widget.message("From the second page")).toHaveAttribute("data-state", "sent");
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});
