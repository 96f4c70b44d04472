import { beginWith, choose, expectFiles, LARGE_PHOTO, NOTES, PHOTO, saying, tray } from "./support/files.ts";
import { expect, test } from "./support/fixtures.ts";
import { sendFailed } from "./support/send-failed.ts";
import type { Widget } from "./support/widget.ts";

const UPLOADS = /POST .*\/uploads/;

function last(widget: Widget) {
  return widget.messages.last();
}

test.describe("a visitor's files", () => {
  test.beforeEach(async ({ visit, widget }) => {
    await visit();
    await widget.open();
  });

  test("go with a text, or without one, and the agent gets them byte for byte", async ({ widget, agent }) => {
    await choose(widget, PHOTO, NOTES);
    await expect(tray(widget)).toHaveCount(2);
    const conversation = await beginWith(widget, "Like these");
    await expect(tray(widget)).toHaveCount(0);
    await choose(widget, NOTES);
    await widget.host.locator('[part="send"]').click();
    await expect(widget.messages).toHaveCount(2);
    await expect(last(widget)).toHaveAttribute("data-state", "sent");
    const log = await agent.log(conversation);
    expect(log.map(({ body }) => body)).toEqual(["Like these", ""]);
    await expectFiles(log[0], PHOTO, NOTES);
    await expectFiles(log[1], NOTES);
    expect(await widget.doubles()).toEqual([]);
  });

  test("a file that is cut off on its way arrives once, byte for byte", async ({ widget, agent, network }) => {
    const conversation = await widget.begin();
    network.slow({ bytesPerSecond: 200_000, only: "http" });
    await choose(widget, LARGE_PHOTO);
    const before = network.counters.bytesFromClient;
    await widget.write("Cut off");
    await expect.poll(() => network.counters.bytesFromClient - before).toBeGreaterThan(100_000);
    network.reset();
    await network.recover();
    await expect(saying(widget, "Cut off")).toHaveAttribute("data-state", "sent", { timeout: 40_000 });
    const log = await agent.log(conversation);
    expect(log.map(({ body }) => body)).toEqual(["Hello", "Cut off"]);
    await expectFiles(log[1], LARGE_PHOTO);
    expect(network.requests(UPLOADS).length).toBeGreaterThan(1);
  });

  test("a file whose message is not answered is not uploaded again", async ({ widget, agent, network }) => {
    const conversation = await widget.begin();
    await choose(widget, NOTES);
    const cut = network.cutAfter(0, /POST .*\/messages/);
    await widget.write("Once");
    await cut.happened;
    await expect(saying(widget, "Once")).toHaveAttribute("data-state", "sent", { timeout: 40_000 });
    expect(network.requests(/POST .*\/messages/).length).toBe(3);
    expect(network.requests(UPLOADS)).toHaveLength(1);
    await expectFiles((await agent.log(conversation))[1], NOTES);
  });

  test("a file that is pending goes out from the next page, in order", async ({ page, widget, agent, network }) => {
    const conversation = await widget.begin();
    await network.refuse();
    await choose(widget, PHOTO);
    await widget.write("With a picture");
    await widget.write("And after it");
    await expect(saying(widget, "And after it")).toHaveAttribute("data-state", "pending");
    // By the next try of the first one both have long been stored.
    await sendFailed(page);
    await page.reload();
    await widget.open();
    const picture = saying(widget, "With a picture");
    await expect(picture).toHaveAttribute("data-state", "pending");
    await expect(picture).toContainText("lamp.png");
    await network.recover();
    await expect(saying(widget, "And after it")).toHaveAttribute("data-state", "sent", { timeout: 40_000 });
    const log = await agent.log(conversation);
    expect(log.map(({ body }) => body)).toEqual(["Hello", "With a picture", "And after it"]);
    await expectFiles(log[1], PHOTO);
  });

  test("a server that is killed during an upload has the file once it is back", async ({
    widget,
    agent,
    network,
    backend,
  }) => {
    const conversation = await widget.begin();
    network.slow({ bytesPerSecond: 200_000, only: "http" });
    await choose(widget, LARGE_PHOTO);
    const before = network.counters.bytesFromClient;
    await widget.write("Through a crash");
    await expect.poll(() => network.counters.bytesFromClient - before).toBeGreaterThan(100_000);
    await backend.halt("SIGKILL");
    await network.recover();
    await backend.start();
    await expect(saying(widget, "Through a crash")).toHaveAttribute("data-state", "sent", { timeout: 40_000 });
    const log = await agent.log(conversation);
    expect(log.map(({ body }) => body)).toEqual(["Hello", "Through a crash"]);
    await expectFiles(log[1], LARGE_PHOTO);
  });

  test("files that are pending when the session ends are uploaded anew under the next one", async ({
    widget,
    agent,
    network,
  }) => {
    const earlier = await widget.begin();
    const cut = network.cutAfter(0, /POST .*\/messages/);
    await choose(widget, NOTES);
    const uploaded = network.nextRequest(UPLOADS);
    await widget.write("In between");
    await uploaded;
    await cut.happened;
    await network.refuse();
    await agent.endSession(earlier);
    await choose(widget, PHOTO);
    await widget.write("Under the next");
    await network.recover();
    await expect(saying(widget, "Under the next")).toHaveAttribute("data-state", "sent", { timeout: 40_000 });
    await widget.caughtUp();
    const conversation = await widget.conversation();
    expect(conversation).not.toBe(earlier);
    await expectFiles((await agent.log(conversation)).at(-1), PHOTO);
  });
});

test("where storage is denied a file is sent from memory, and the visitor is told", async ({
  page,
  visit,
  widget,
  agent,
  network,
}) => {
  await page.addInitScript(() => {
    const deny = () => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, { get: deny, configurable: true });
    }
  });
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await network.refuse({ only: "http" });
  await choose(widget, NOTES);
  await widget.write("From memory");
  await expect(widget.banner).toContainText("stay on this page until your messages are sent");
  await network.recover();
  await expect(saying(widget, "From memory")).toHaveAttribute("data-state", "sent", { timeout: 40_000 });
  await expectFiles((await agent.log(conversation))[1], NOTES);
});
