import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { TabChannel } from "../../../src/core/ports.ts";

/** Tabs of one browser. */
export interface TabSite {
  open(name: string, heard: (news: unknown) => void): TabChannel;
  /** Resolves when `condition` holds, looking whenever something may have been heard. */
  until(condition: () => boolean): Promise<void>;
}

/** What every `TabChannel` does, the doubles and the real thing alike. */
export function describeTabChannel(name: string, openSite: () => TabSite): void {
  describe(name, () => {
    let site: TabSite;
    let opened: TabChannel[];

    beforeEach(() => {
      site = openSite();
      opened = [];
    });

    afterEach(() => {
      for (const channel of opened) channel.close();
    });

    function tab(channelName = "acme") {
      const heard: unknown[] = [];
      const channel = site.open(channelName, (news) => heard.push(news));
      opened.push(channel);
      return { ...channel, heard, hears: (count: number) => site.until(() => heard.length >= count) };
    }

    test("what one tab tells every other hears, and it does not hear itself", async () => {
      const [one, two, three] = [tab(), tab(), tab()];
      one.tell({ seen: "1" });
      await Promise.all([two.hears(1), three.hears(1)]);
      expect([one.heard, two.heard, three.heard]).toEqual([[], [{ seen: "1" }], [{ seen: "1" }]]);
    });

    test("it is heard later, not while it is told", async () => {
      const [one, two] = [tab(), tab()];
      one.tell(1);
      expect(two.heard).toEqual([]);
      await two.hears(1);
    });

    test("all of it is heard, in the order it was told", async () => {
      const [one, two] = [tab(), tab()];
      for (const news of [1, 2, 3, 4, 5]) one.tell(news);
      await two.hears(5);
      expect(two.heard).toEqual([1, 2, 3, 4, 5]);
    });

    test("what is heard is a copy, made when it was told", async () => {
      const [one, two] = [tab(), tab()];
      const news = { list: ["told"] };
      one.tell(news);
      news.list.push("added since");
      await two.hears(1);
      expect(two.heard).toEqual([{ list: ["told"] }]);
    });

    test("a channel of another name does not hear it", async () => {
      const [one, two, other] = [tab(), tab(), tab("other")];
      one.tell(1);
      await two.hears(1);
      expect(other.heard).toEqual([]);
    });

    test("a closed one hears and tells nothing", async () => {
      const [one, two, three] = [tab(), tab(), tab()];
      two.close();
      two.tell("from the closed one");
      one.tell("to the closed one");
      await three.hears(1);
      expect([two.heard, three.heard]).toEqual([[], ["to the closed one"]]);
    });

    test("one that opens later hears what is told from then on", async () => {
      const [one, two] = [tab(), tab()];
      one.tell("before");
      await two.hears(1);
      const late = tab();
      one.tell("after");
      await late.hears(1);
      expect(late.heard).toEqual(["after"]);
    });

    test("what cannot be copied is refused at once", () => {
      const one = tab();
      tab();
      expect(() => one.tell(vi.fn())).toThrow();
    });
  });
}
