import { it } from "vitest";
import { expectPromisesKept } from "./expect-promises-kept.ts";

it("over 6,000 schedules of faults, a backend that numbers its changes is shown exactly, and every promise is kept", async () => {
  await expectPromisesKept("numbered", 6_000);
});
