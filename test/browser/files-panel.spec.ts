import { beginWith, choose, expectFiles, filesOf, give, NOTES, PHOTO, saying, tray } from "./support/files.ts";
import { expect, test } from "./support/fixtures.ts";
import type { Widget } from "./support/widget.ts";

function last(widget: Widget) {
  return widget.messages.last();
}

test.describe("files in the panel", () => {
  test.beforeEach(async ({ visit, widget }) => {
    await visit();
    await widget.open();
  });

  test("what is too large or of a wrong type is refused in words, and the rest is taken", async ({ widget }) => {
    const note = widget.host.locator('[part="note"]');
    await choose(widget, { ...NOTES, name: "setup.exe", mimeType: "application/x-msdownload" }, NOTES);
    await expect(note).toHaveText("setup.exe is of a type that cannot be sent.");
    await expect(tray(widget)).toHaveCount(1);
    await choose(widget, { ...NOTES, name: "film.txt", buffer: Buffer.alloc(10 * 1024 * 1024 + 1, "a") });
    await expect(note).toHaveText("film.txt is too large: a file may have 10 MB.");
    await choose(widget, ...Array.from({ length: 10 }, (_, index) => ({ ...NOTES, name: `${index}.txt` })));
    await expect(note).toHaveText("A message takes 10 files. The others were left out.");
    await expect(tray(widget)).toHaveCount(10);
  });

  test("what the server refuses fails visibly, and says why", async ({ widget }) => {
    await choose(widget, { name: "fake.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
    await widget.write("See this");
    await expect(last(widget)).toHaveAttribute("data-state", "failed");
    await expect(last(widget)).toContainText("A file is of a type that cannot be sent.");
    await last(widget).locator('[part="delete"]').click();
    await expect(widget.messages).toHaveCount(0);
    await widget.begin("Then without");
  });

  test("can be pasted and dropped, and a hint shows where they would go", async ({ widget }) => {
    await expect(widget.host.locator('[part="attach"]')).toBeVisible();
    await give(widget.input, "paste", PHOTO);
    await expect(tray(widget)).toHaveCount(1);
    await give(widget.list, "dragover", NOTES);
    await expect(widget.host.locator('[part="drop"]')).toHaveText("Drop files here to send them");
    await give(widget.list, "drop", NOTES);
    await expect(widget.host.locator('[part="drop"]')).toHaveCount(0);
    await expect(tray(widget)).toHaveText([/lamp\.png/, /notes\.txt/]);
  });

  test("the keyboard alone chooses, removes and sends them", async ({ page, widget, agent }) => {
    // Asked for early: a browser that is told to hand it over at the moment it opens may not know in time.
    const chooser = page.waitForEvent("filechooser");
    await expect(widget.host.locator('[part="attach"]')).toBeVisible();
    await page.keyboard.press("Shift+Tab");
    await expect(widget.host.getByRole("button", { name: "Attach files" })).toBeFocused();
    await page.keyboard.press("Enter");
    await (await chooser).setFiles([PHOTO, NOTES]);
    await expect(widget.input).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await expect(widget.host.getByRole("button", { name: "Remove notes.txt" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(widget.host.getByRole("button", { name: "Remove lamp.png" })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(last(widget)).toHaveAttribute("data-state", "sent");
    await widget.caughtUp();
    await expectFiles((await agent.log(await widget.conversation()))[0], PHOTO);
  });

  test("a picture keeps its place from pending to sent, and no object URL is left", async ({
    page,
    visit,
    widget,
    network,
    agent,
  }) => {
    await page.addInitScript(() => {
      const live = new Set<string>();
      Object.assign(window, { live });
      const [create, revoke] = [URL.createObjectURL, URL.revokeObjectURL];
      URL.createObjectURL = (object) => {
        const url = create.call(URL, object);
        live.add(url);
        return url;
      };
      URL.revokeObjectURL = (url) => {
        live.delete(url);
        revoke.call(URL, url);
      };
    });
    await visit();
    await widget.open();
    await widget.begin();
    await network.refuse({ only: "http" });
    await choose(widget, PHOTO);
    await expect(tray(widget).locator("img")).toHaveJSProperty("naturalWidth", 320);
    await widget.write("A picture");
    const picture = saying(widget, "A picture").locator("img");
    await expect(picture).toHaveAttribute("src", /^blob:/);
    const before = await picture.boundingBox();
    await network.recover();
    await expect(picture).toHaveAttribute("src", /^http:/, { timeout: 40_000 });
    expect(await picture.boundingBox().then((box) => [box?.width, box?.height])).toEqual([
      before?.width,
      before?.height,
    ]);
    await expect(picture).toHaveAttribute("alt", "lamp.png");
    expect(await page.evaluate(() => (window as unknown as { live: Set<string> }).live.size)).toBe(0);
    const [, sent] = await agent.log(await widget.conversation());
    // A backend may name itself as it was asked: the visitor goes through a proxy, the agent does not.
    const { pathname } = new URL(filesOf(sent)[0]?.url ?? "");
    const address = await saying(widget, "A picture").locator("a").getAttribute("href");
    expect(new URL(address ?? "").pathname).toBe(pathname);
  });
});

for (const [sources, shown] of [
  ["the backend and blob:", true],
  ["nothing", false],
] as const) {
  test(`under a strict policy whose img-src allows ${sources}, ${shown ? "pictures are shown" : "their names stand there"}`, async ({
    visit,
    widget,
    network,
    backend,
  }) => {
    const policy = [
      "default-src 'none'",
      "script-src 'nonce-s3cret'",
      `connect-src ${network.origin} ${network.origin.replace("http", "ws")}`,
      `img-src ${shown ? `${network.origin} ${backend.origin} blob:` : "'none'"}`,
      "require-trusted-types-for 'script'",
      "trusted-types cablechat lit-html",
    ];
    await visit({ headers: { "Content-Security-Policy": policy.join("; ") }, script: { nonce: "s3cret" } });
    await widget.open();
    await choose(widget, PHOTO);
    await beginWith(widget, "A picture");
    const attachment = saying(widget, "A picture").locator('[part="attachment"]');
    await expect(attachment.locator(".label")).toBeVisible({ visible: !shown });
    if (shown) await expect(attachment.locator("img")).toHaveJSProperty("naturalWidth", 320);
    else await expect(attachment.locator("img")).toHaveClass(/broken/);
  });
}

test("the desk shows a visitor's files", async ({ page, visit, widget, backend }) => {
  await visit();
  await widget.open();
  await choose(widget, PHOTO, NOTES);
  const conversation = await beginWith(widget, "For the desk");
  const desk = await page.context().newPage();
  await desk.goto(backend.desk);
  await desk.getByLabel("Agent's token").fill(backend.token);
  await desk.getByRole("button", { name: "Sign in" }).click();
  await desk.locator(`[data-conversation-id="${conversation}"]`).click();
  await expect(desk.locator('[part="image"]')).toHaveJSProperty("naturalWidth", 320);
  await expect(desk.getByRole("link", { name: "notes.txt" })).toBeVisible();
});
