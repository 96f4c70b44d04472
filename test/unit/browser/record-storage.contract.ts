import { beforeEach, describe, expect, test } from "vitest";
import type { RecordStorage } from "../../../src/core/ports.ts";

export interface Note {
  text: string;
}

/** What every `RecordStorage` does, the doubles and the real thing alike. `openBrowser` gives each page its own end of one storage. */
export function describeRecordStorage(name: string, openBrowser: () => () => RecordStorage<Note>): void {
  describe(name, () => {
    let one: RecordStorage<Note>;
    let two: RecordStorage<Note>;

    beforeEach(() => {
      const open = openBrowser();
      [one, two] = [open(), open()];
    });

    test("there is nothing in it at first", async () => {
      expect(await one.all()).toEqual([]);
    });

    test("what one page has put every page finds", async () => {
      await one.put("a", { text: "kept" });
      expect(await two.all()).toEqual([{ text: "kept" }]);
    });

    test("a record is put in the place of the one before", async () => {
      await one.put("a", { text: "first" });
      await two.put("a", { text: "second" });
      expect(await one.all()).toEqual([{ text: "second" }]);
    });

    test("records come in the order of their keys, whenever they were put", async () => {
      for (const key of ["b", "c", "a"]) await one.put(key, { text: key });
      expect((await one.all()).map(({ text }) => text)).toEqual(["a", "b", "c"]);
    });

    test("what is done to a record once it was put is not kept", async () => {
      const note = { text: "as it was put" };
      await one.put("a", note);
      note.text = "changed since";
      expect(await one.all()).toEqual([{ text: "as it was put" }]);
    });

    test("nor what is done to one that was read", async () => {
      await one.put("a", { text: "as it was put" });
      for (const note of await one.all()) note.text = "changed by a reader";
      expect(await one.all()).toEqual([{ text: "as it was put" }]);
    });

    test("one that is removed is gone in every page, and no other", async () => {
      await one.put("a", { text: "a" });
      await one.put("b", { text: "b" });
      await two.remove("a");
      expect(await one.all()).toEqual([{ text: "b" }]);
    });

    test("removing what is not there is no error", async () => {
      await expect(one.remove("unknown")).resolves.toBeUndefined();
    });

    test("cleared, nothing is found in any page, and it can be used again", async () => {
      for (const key of ["a", "b"]) await one.put(key, { text: key });
      await one.clear();
      expect(await two.all()).toEqual([]);
      await two.put("c", { text: "c" });
      expect(await one.all()).toEqual([{ text: "c" }]);
    });

    test("calls that do not wait for each other take effect in the order they were made", async () => {
      await Promise.all([one.put("a", { text: "a" }), one.remove("a"), one.put("b", { text: "1" })]);
      await Promise.all([one.put("b", { text: "2" }), one.clear(), one.put("c", { text: "c" })]);
      expect(await one.all()).toEqual([{ text: "c" }]);
    });
  });
}
