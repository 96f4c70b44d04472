import { afterEach, expect, test, vi } from "vitest";
import { Previews } from "../../../../src/components/files/previews.ts";
import { file } from "../../../support/files.ts";

afterEach(() => vi.restoreAllMocks());

test("a picture has one URL as long as it is shown, which is taken back then", () => {
  const revoke = vi.spyOn(URL, "revokeObjectURL");
  const previews = new Previews();
  const picture = file("a.png", "image/png");
  const url = previews.urlOf(picture);
  expect(previews.urlOf(picture)).toBe(url);
  previews.keepOnly(new Set([picture]));
  expect(revoke).not.toHaveBeenCalled();
  previews.keepOnly(new Set());
  expect(revoke.mock.calls).toEqual([[url]]);
});

test("what is no picture, or one that can hold scripts, has none", () => {
  const previews = new Previews();
  expect([file("a.txt"), file("a.svg", "image/svg+xml"), undefined].map((blob) => previews.urlOf(blob))).toEqual([
    null,
    null,
    null,
  ]);
});

test("a picture that was measured keeps that size when the backend tells another", () => {
  const previews = new Previews();
  const blob = file("a.png", "image/png");
  const attachment = {
    id: "",
    name: "a.png",
    contentType: "image/png",
    sizeBytes: 5,
    url: "",
    width: null,
    height: null,
  };
  previews.measured(blob, { naturalWidth: 30, naturalHeight: 40 } as HTMLImageElement);
  expect(previews.sizeOf({ ...attachment, blob }, "c1 0")).toEqual({ width: 30, height: 40 });
  expect(previews.sizeOf({ ...attachment, width: 40, height: 30 }, "c1 0")).toEqual({ width: 30, height: 40 });
  expect(previews.sizeOf({ ...attachment, width: 40, height: 30 }, "c2 0")).toEqual({ width: 40, height: 30 });
});
