import { html } from "lit/html.js";
import { describe, expect, test, vi } from "vitest";
import { KeyedRows } from "../../../../src/components/message-list/keyed-rows.ts";

/** Shows the letters of `word` as rows; `drawn` hears of each that is drawn. */
function show(rows: KeyedRows, word: string, drawn?: (letter: string) => void, style = "plain"): void {
  rows.show([word, style], () =>
    [...word].map((letter) => ({
      key: letter.toLowerCase(),
      inputs: [letter, style],
      draw: () => {
        drawn?.(letter);
        return html`<b>${letter}</b>`;
      },
    })),
  );
}

function text({ element }: KeyedRows): string {
  return element.textContent ?? "";
}

/** The letters whose nodes were put in or taken out by `change`. */
async function moved(rows: KeyedRows, change: () => void): Promise<string[]> {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((seen) => records.push(...seen));
  observer.observe(rows.element, { childList: true });
  change();
  records.push(...observer.takeRecords());
  observer.disconnect();
  const nodes = records.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]);
  return [...new Set(nodes.map(({ textContent }) => textContent ?? ""))].sort();
}

describe("KeyedRows", () => {
  test.each([
    ["", "abc"],
    ["abc", "abcd"],
    ["cd", "abcd"],
    ["abcd", "ad"],
    ["abc", ""],
    ["abcd", "adbc"],
    ["abcd", "dcba"],
    ["abc", "xbz"],
  ])("from %j to %j stands in the new order", (before, after) => {
    const rows = new KeyedRows();
    show(rows, before);
    show(rows, after);
    expect(text(rows)).toBe(after);
  });

  test.each([
    ["abc", "abcd", "d"],
    ["cd", "abcd", "ab"],
    ["abcd", "acd", "b"],
    ["abcd", "adbc", "d"],
    ["abcd", "abxd", "cx"],
  ])("from %j to %j no node is touched but those of %j", async (before, after, expected) => {
    const rows = new KeyedRows();
    show(rows, before);
    expect(await moved(rows, () => show(rows, after))).toEqual([...expected]);
  });

  test("a key keeps its node when what it shows changes", () => {
    const rows = new KeyedRows();
    show(rows, "ab");
    const first = rows.element.querySelector("b");
    show(rows, "Ab");
    expect(rows.element.querySelector("b")).toBe(first);
    expect(text(rows)).toBe("Ab");
  });

  test("only a row whose inputs have changed is drawn again", () => {
    const rows = new KeyedRows();
    const drawn = vi.fn<(letter: string) => void>();
    show(rows, "abc");
    show(rows, "xaBc", drawn);
    expect(drawn.mock.calls).toEqual([["x"], ["B"]]);
    drawn.mockClear();
    show(rows, "xaBc", drawn, "bold");
    expect(drawn).toHaveBeenCalledTimes(4);
  });

  test("the rows are not even made while what they are made from is the same", () => {
    const rows = new KeyedRows();
    const messages = ["a"];
    const make = vi.fn<() => []>(() => []);
    rows.show([messages], make);
    rows.show([messages], make);
    expect(make).toHaveBeenCalledOnce();
  });

  test("a key that was away and comes back is drawn anew", () => {
    const rows = new KeyedRows();
    const drawn = vi.fn<(letter: string) => void>();
    show(rows, "ab");
    show(rows, "a");
    show(rows, "ab", drawn);
    expect(drawn.mock.calls).toEqual([["b"]]);
  });
});
