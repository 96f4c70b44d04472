import { describe, expect, it } from "vitest";
import { sniffImage } from "../../../../../demo/server/rest/image-size.ts";

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));

/** The head of a 3 by 2 picture in each format. */
const PNG = bytes("iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAC0lEQVR42mNgQAYAAA4AAbmN7K0AAAAASUVORK5CYII=");
const GIF = bytes("R0lGODlhAwACAPAAAAAAAAAAACH5BAAAAAAALAAAAAADAAIAAAIChF8AOw==");
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0);
const WEBP = new Uint8Array(30);
WEBP.set(Buffer.from("RIFF\0\0\0\0WEBPVP8X\n\0\0\0"));
WEBP.set([2, 0, 0, 1, 0, 0], 24);

describe("sniffImage", () => {
  it.each([
    { name: "PNG", file: PNG, contentType: "image/png" },
    { name: "GIF", file: GIF, contentType: "image/gif" },
    { name: "JPEG", file: JPEG, contentType: "image/jpeg" },
    { name: "WebP", file: WEBP, contentType: "image/webp" },
  ])("knows a $name and its size", ({ file, contentType }) => {
    expect(sniffImage(file)).toEqual({ contentType, width: 3, height: 2 });
  });

  it.each(["", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<script>", "GIF88a", "\x89PNG", "RIFF", "\xff\xd8"])(
    "takes %j for no image",
    (text) => expect(sniffImage(new Uint8Array(Buffer.from(text, "latin1")))).toBeNull(),
  );

  it("ends at a JPEG whose segments lead nowhere", () => {
    expect(sniffImage(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0, 0, 0, 0, 0))).toEqual({
      contentType: "image/jpeg",
      width: null,
      height: null,
    });
  });
});
