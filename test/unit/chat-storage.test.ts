import { expect, test } from "vitest";
import { ChatRig } from "../support/chat-rig.ts";

test('storage "none": nothing of a message is kept, and the visitor is told to stay until it is sent', async () => {
  const rig = new ChatRig({ storage: "none" });
  rig.routes.set("POST /messages", () => Promise.reject(new TypeError("Failed to fetch")));
  rig.chat.send("Hello");
  await rig.settle();
  expect(rig.records.records.size).toBe(0);
  expect(rig.chat.memoryOnly).toBe(true);
  rig.routes.clear();
  await rig.channel.world.advance(10_000);
  expect(rig.events).toContain("sent Hello");
  expect(rig.records.denials).toBe(0);
});
