import { expect, test, vi } from "vitest";
import { fetched } from "../../../src/components/fetched.ts";

function rig(load: () => Promise<string>) {
  const requestUpdate = vi.fn();
  return {
    requestUpdate,
    found: fetched({ renderRoot: document, addController: () => undefined, requestUpdate }, load),
  };
}

test("what few see is fetched once, when it is first asked for, and then drawn", async () => {
  const load = vi.fn(async () => "words");
  const { found, requestUpdate } = rig(load);
  expect(load).not.toHaveBeenCalled();
  expect([found(), found()]).toEqual([undefined, undefined]);
  await vi.waitFor(() => expect(requestUpdate).toHaveBeenCalledOnce());
  expect(found()).toBe("words");
  expect(load).toHaveBeenCalledOnce();
});

test("what does not load is not there, and is asked for no more", async () => {
  const load = vi.fn(() => Promise.reject(new Error("no network")));
  const { found, requestUpdate } = rig(load);
  found();
  await Promise.allSettled(load.mock.results.map(({ value }) => value));
  expect(found()).toBeUndefined();
  expect(load).toHaveBeenCalledOnce();
  expect(requestUpdate).not.toHaveBeenCalled();
});
