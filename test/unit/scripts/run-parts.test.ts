import { beforeEach, expect, test, vi } from "vitest";
import type { Part } from "../../../scripts/test/part.ts";
import { runParts } from "../../../scripts/test/run-parts.ts";
import { closingLineTally } from "../../../scripts/test/tally.ts";
import { deferred } from "../../support/deferred.ts";

let events: string[];

beforeEach(() => {
  events = [];
  vi.spyOn(process.stdout, "write").mockImplementation(() => true);
});

/** Passes once it is let go; at once where nothing holds it. */
function part(name: string, more: Partial<Part> = {}, held: Promise<void> = Promise.resolve()): Part {
  return {
    name,
    what: name,
    tally: closingLineTally,
    run: async () => {
      events.push(`${name} begins`);
      await held;
      events.push(`${name} ends`);
      return { ok: true, output: "1 passed, 0 failed\n" };
    },
    ...more,
  };
}

test("parts run one after another, also after one that failed, and are told in the order of the list", async () => {
  const failed = { ok: false, output: "  ✘  1 a.spec.ts:1:1 › breaks (1s)\n1 passed, 1 failed\n" };
  const outcomes = await runParts([part("a", { run: async () => failed }), part("b")]);
  expect(outcomes.map(({ ok, failures }) => [ok, failures])).toEqual([
    [false, ["a.spec.ts:1:1 › breaks"]],
    [true, []],
  ]);
});

test("one that may run beside others holds up none of them", async () => {
  const held = deferred<void>();
  const all = runParts([part("slow", { beside: true }, held.promise), part("a"), part("b")]);
  await vi.waitFor(() => expect(events).toContain("b ends"));
  expect(events).not.toContain("slow ends");
  held.resolve();
  expect((await all).map(({ part: { name } }) => name)).toEqual(["slow", "a", "b"]);
});

test("two at once run beside others, the one in the background last", async () => {
  const held = deferred<void>();
  const beside = [
    part("last", { beside: "background" }),
    part("slow", { beside: true }, held.promise),
    part("a", { beside: true }),
    part("b", { beside: true }),
  ];
  const all = runParts(beside);
  await vi.waitFor(() => expect(events).toContain("last ends"));
  expect(events).toEqual(["slow begins", "a begins", "a ends", "b begins", "b ends", "last begins", "last ends"]);
  held.resolve();
  expect(await all).toHaveLength(4);
});

test("what a part lacks is looked for before any runs, and one that lacks something does not run", async () => {
  const missing = { why: "There is no tool.", remedy: "get one" };
  const lacks = async () => {
    events.push("looked for");
    return missing;
  };
  const outcomes = await runParts([part("a"), part("b", { lacks })]);
  expect(events).toEqual(["looked for", "a begins", "a ends"]);
  expect(outcomes[1]).toMatchObject({ ok: false, missing });
});
