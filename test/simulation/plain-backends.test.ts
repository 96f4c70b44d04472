import { it } from "vitest";
import { expectPromisesKept } from "./expect-promises-kept.ts";

it("over 4,000 schedules of faults, a backend without revisions is shown exactly, and every promise is kept", async () => {
  await expectPromisesKept("plain", 4_000);
});
