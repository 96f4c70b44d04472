import { expect, test } from "vitest";
import { onDemand } from "../../../src/core/on-demand.ts";

test("a module that does not load is a failure that may heal", async () => {
  const cause = new TypeError("Failed to fetch dynamically imported module");
  await expect(onDemand(Promise.reject(cause))).rejects.toMatchObject({ code: "network", retryable: true, cause });
});

test("one that loads is given as it is", async () => {
  const module = { sendFiles: () => undefined };
  expect(await onDemand(Promise.resolve(module))).toBe(module);
});
