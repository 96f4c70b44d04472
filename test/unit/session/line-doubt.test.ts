import { expect, test } from "vitest";
import type { ApplicationChannel, ReplaceReason } from "../../../src/channels/application-channel.ts";
import { Emitter } from "../../../src/core/emitter.ts";
import { doubtDeadLine } from "../../../src/session/line-doubt.ts";

function watched() {
  const events = new Emitter<{ status: never; replaced: ReplaceReason }>((error) => {
    throw error;
  });
  const doubts: string[] = [];
  const application = { on: events.on.bind(events) } as unknown as ApplicationChannel;
  const stop = doubtDeadLine(application, { doubtLine: () => doubts.push("doubted") });
  return { events, doubts, stop };
}

test.each(["silent", "slept", "page"] as const)("a socket replaced because of %j casts doubt on requests", (reason) => {
  const { events, doubts } = watched();
  events.emit("replaced", reason);
  expect(doubts).toHaveLength(1);
});

test.each(["closed", "server_disconnect", "unconfirmed"] as const)("%j is an answer, and casts none", (reason) => {
  const { events, doubts } = watched();
  events.emit("replaced", reason);
  expect(doubts).toHaveLength(0);
});

test("nothing is doubted after it has ended", () => {
  const { events, doubts, stop } = watched();
  stop();
  events.emit("replaced", "silent");
  expect(doubts).toHaveLength(0);
});
