import { beginWith, choose, expectFiles, LARGE_PHOTO, saying } from "./support/files.ts";
import { expect, test } from "./support/fixtures.ts";

test("a file that the browser has no room for is warned of, and goes out nevertheless", async ({
  page,
  context,
  visit,
  widget,
  agent,
  network,
}) => {
  await visit();
  const devtools = await context.newCDPSession(page);
  // Before anything is written: Chromium remembers for a while how much room there was.
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: 100_000 });
  await widget.open();
  const conversation = await beginWith(widget, "This still fits");
  await choose(widget, LARGE_PHOTO);
  await network.refuse({ only: "http" });
  await widget.write("This does not");
  await expect(widget.banner).toContainText("Please stay on this page until your messages are sent.");
  await expect(saying(widget, "This does not")).toHaveAttribute("data-state", "pending");
  await network.recover();
  await expect(saying(widget, "This does not")).toHaveAttribute("data-state", "sent", { timeout: 40_000 });
  await expect(widget.banner).toBeEmpty();
  const log = await agent.log(conversation);
  expect(log.map(({ body }) => body)).toEqual(["This still fits", "This does not"]);
  await expectFiles(log[1], LARGE_PHOTO);
});
