import { expect, test, vi } from "vitest";
import { type CommandQueue, runCommands } from "../../../src/embed/command-queue.ts";

function chat() {
  const calls: unknown[][] = [];
  const record =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args]);
  const host = Object.assign(document.createElement("div"), { open: record("open"), identify: record("identify") });
  return { host, calls };
}

test("what was queued is done in order", () => {
  const { host, calls } = chat();
  const ran = vi.fn(() => void calls.push(["function"]));
  runCommands({ cablechat: [["open"], ran, ["identify", { identifier: "42" }]] as unknown as CommandQueue }, host);
  expect(calls).toEqual([["open"], ["function"], ["identify", { identifier: "42" }]]);
  expect(ran).toHaveBeenCalledWith(host);
});

test("what is queued later is done at once", () => {
  const { host, calls } = chat();
  const scope: { cablechat?: CommandQueue } = {};
  runCommands(scope, host);
  scope.cablechat?.push(["open"]);
  expect(calls).toEqual([["open"]]);
});

test("a second loader does not run the commands again", () => {
  const { host } = chat();
  const scope: { cablechat?: CommandQueue } = {};
  runCommands(scope, host);
  const { cablechat } = scope;
  runCommands(scope, host);
  expect(scope.cablechat).toBe(cablechat);
});

test("a command that fails is reported and stops no other", () => {
  const { host, calls } = chat();
  const report = vi.fn();
  vi.stubGlobal("reportError", report);
  const fails = () => {
    throw new Error("the page's own");
  };
  runCommands({ cablechat: [fails, ["opne"], ["open"]] as unknown as CommandQueue }, host);
  vi.unstubAllGlobals();
  expect(report.mock.calls.map(([error]) => String(error))).toEqual([
    "Error: the page's own",
    expect.stringContaining('no command "opne"'),
  ]);
  expect(calls).toEqual([["open"]]);
});

test("an attacker's queue reaches no method that is not a command", () => {
  const { host } = chat();
  const remove = vi.spyOn(host, "remove");
  vi.stubGlobal("reportError", vi.fn());
  runCommands({ cablechat: [["remove"]] as unknown as CommandQueue }, host);
  vi.unstubAllGlobals();
  expect(remove).not.toHaveBeenCalled();
});
