import { render } from "lit/html.js";
import { describe, expect, test } from "vitest";
import { renderAttachments } from "../../../../src/components/files/attachments.ts";
import { Previews } from "../../../../src/components/files/previews.ts";
import { CablechatError, type CablechatErrorCode } from "../../../../src/core/errors.ts";
import type { Attachment, ShownMessage } from "../../../../src/core/message.ts";
import { shownMessage } from "../../../support/fake-chat.ts";
import { file } from "../../../support/files.ts";

const PICTURE: Attachment = {
  id: "3",
  name: "a.png",
  contentType: "image/png",
  sizeBytes: 1_200,
  url: "https://app.example.com/uploads/3",
  width: 480,
  height: 240,
};

function drawn(attachment: Partial<Attachment>, more: Partial<ShownMessage> = {}, previews?: Previews): HTMLElement {
  const place = document.createElement("div");
  const attachments = [{ ...PICTURE, ...attachment }];
  render(renderAttachments(shownMessage("1", { attachments, ...more }), "en", previews), place);
  return place;
}

describe("a message's files", () => {
  test("a picture has its place before it comes, and tells its server nothing", () => {
    const image = drawn({}).querySelector("img");
    const names = ["src", "alt", "width", "height", "loading", "referrerpolicy"];
    expect(names.map((name) => image?.getAttribute(name))).toEqual([
      PICTURE.url,
      "a.png",
      "240",
      "120",
      "lazy",
      "no-referrer",
    ]);
  });

  test("one whose size nobody knows has a place too", () => {
    const image = drawn({ width: null, height: null }).querySelector("img");
    expect([image?.getAttribute("width"), image?.getAttribute("height")]).toEqual(["240", "160"]);
  });

  test("one that does not load leaves its name, and comes when another source does", () => {
    const image = drawn({}).querySelector("img");
    image?.dispatchEvent(new Event("error"));
    expect(image?.className).toBe("broken");
    image?.dispatchEvent(new Event("load"));
    expect(image?.className).toBe("");
  });

  test("another file is a link by name, with its size, that opens in a tab that knows nothing of this one", () => {
    const place = drawn({ name: "a.pdf", contentType: "application/pdf", sizeBytes: 2_048 });
    const link = place.querySelector("a");
    expect(place.querySelector("img")).toBeNull();
    expect(link?.textContent?.replace(/\s+/g, " ")).toBe("a.pdf 2 kB");
    expect([link?.getAttribute("href"), link?.getAttribute("target"), link?.getAttribute("rel")]).toEqual([
      PICTURE.url,
      "_blank",
      "noopener noreferrer nofollow",
    ]);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", ""])(
    "an attacker's address %j is neither a link nor a source",
    (url) => {
      const place = drawn({ url });
      expect(place.querySelector("a")?.hasAttribute("href")).toBe(false);
      expect(place.querySelector("img")).toBeNull();
      expect(place.textContent).toContain("a.png");
    },
  );

  test("a name that is markup stays text", () => {
    const place = drawn({ name: "<img src=x onerror=alert(1)>", contentType: "text/plain" });
    expect(place.querySelector("img")).toBeNull();
    expect(place.textContent).toContain("<img src=x onerror=alert(1)>");
  });

  test("the same nodes show it before and after it is sent", () => {
    const previews = new Previews();
    const place = document.createElement("div");
    const blob = file("a.png", "image/png");
    for (const its of [{ ...PICTURE, id: "", url: "", blob }, PICTURE]) {
      render(renderAttachments(shownMessage("1", { key: "c1", attachments: [its] }), "en", previews), place);
      place.querySelector("img")?.setAttribute("data-seen", `${place.querySelector("[data-seen]") !== null}`);
    }
    expect(place.querySelector("img")?.dataset["seen"]).toBe("true");
    expect(place.querySelector("img")?.getAttribute("src")).toBe(PICTURE.url);
    previews.keepOnly(new Set());
  });

  test.each([
    ["payload_too_large", "A file is too large."],
    ["file_unreadable", "A file has changed or is gone. Please choose it again."],
  ] as const)("%s is said in words", (code, words) => {
    const error = new CablechatError(code, "for a developer");
    expect(drawn({}, { error, delivery: "failed" }).textContent).toContain(words);
  });

  test("any other refusal is told as the server gives it", () => {
    const error = new CablechatError("forbidden" as CablechatErrorCode, "This shop takes no files today.");
    expect(drawn({}, { error, delivery: "failed" }).textContent).toContain("This shop takes no files today.");
  });
});
