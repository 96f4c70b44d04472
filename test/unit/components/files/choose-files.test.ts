import { describe, expect, test } from "vitest";
import { chooseFiles } from "../../../../src/components/files/choose-files.ts";
import { file } from "../../../support/files.ts";

const LIMITS = { maxBytes: 1_024, accept: ["text/plain", "image/*"] };

function choose(more: readonly File[], chosen: readonly File[] = [], limits = LIMITS) {
  const { files, complaint } = chooseFiles(chosen, more, limits, "en");
  return { names: files.map(({ name }) => name), complaint };
}

describe("what a visitor chooses", () => {
  test("is added to what was chosen before", () => {
    expect(choose([file("b.png", "image/png")], [file("a.txt")])).toEqual({
      names: ["a.txt", "b.png"],
      complaint: null,
    });
  });

  test("is refused in words where it is too large, empty or of another type; the rest is taken", () => {
    const files = [
      file("a.txt", "text/plain", 1_025),
      file("b.txt", "text/plain", 0),
      file("c.pdf", "x/y"),
      file("d.txt"),
    ];
    expect(choose(files)).toEqual({
      names: ["d.txt"],
      complaint: "a.txt is too large: a file may have 1 kB. b.txt is empty. c.pdf is of a type that cannot be sent.",
    });
  });

  test("is cut off at ten", () => {
    const many = Array.from({ length: 6 }, (_, index) => file(`${index}.txt`));
    const { names, complaint } = choose(many, many);
    expect(names).toHaveLength(10);
    expect(complaint).toBe("A message takes 10 files. The others were left out.");
  });

  test("is left to the backend where the settings tell no limits", () => {
    const limits = { maxBytes: null, accept: [] };
    expect(chooseFiles([], [file("a.bin", "x/y", 5_000)], limits, "en").complaint).toBeNull();
  });
});
