import { customerPage } from "./support/customer-page.ts";
import { expect, test } from "./support/fixtures.ts";

const FULL = "/dist/cablechat.full.js";

test("the script in one file works with the integrity that dist/integrity.json gives, and fetches no other", async ({
  page,
  visit,
  widget,
  site,
  agent,
}) => {
  const hashes = (await (await fetch(`${site.origin}/dist/integrity.json`)).json()) as Record<string, string>;
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
  });
  await visit({ src: FULL, script: { integrity: hashes["cablechat.full.js"] ?? "", crossorigin: "anonymous" } });
  await widget.open();
  await widget.begin();
  await widget.expectInStepWith(agent);
  expect(scripts).toEqual([FULL]);
});

test("a script that is not the one its integrity names is not run, and the page works on", async ({ page, site }) => {
  const refused = page.waitForEvent("console", (message) => message.text().includes("integrity"));
  const body = customerPage({
    attributes: { endpoint: site.origin, webchat: "demo" },
    src: FULL,
    script: { integrity: `sha384-${"A".repeat(64)}`, crossorigin: "anonymous" },
  });
  await page.goto(site.put("/", { body }));
  await refused;
  await expect(page.locator("cable-chat")).toHaveCount(0);
  await page.getByRole("button", { name: "Buy a lamp" }).click();
});
