import { expect, test, vi } from "vitest";
import { ChatRig, SESSION } from "../support/chat-rig.ts";
import { messageJson } from "../support/messages.ts";
import { answer } from "../support/scripted-fetch.ts";

/** A reply was streaming, and all was in use, when the socket was lost; another one is confirmed and caught up by now. */
async function reconnected() {
  const rig = new ChatRig({}, { returning: true });
  rig.commit(7, { state: "streaming", body: "Well, ", chunk: 1 });
  rig.chat.start();
  await rig.connect();
  rig.chat.notifyTyping();
  await vi.dynamicImportSettled();
  // Its end is told.
  await rig.channel.world.advance(6_000);
  const old = rig.channel.cable.last;
  old.end();
  await rig.channel.nextSocket(60_000);
  await rig.connect();
  expect(rig.chat.connection).toEqual({ state: "connected", caughtUp: true });
  const { last } = rig.channel.cable;
  expect(last).not.toBe(old);
  return { rig, last };
}

test("after a reconnection every path goes the new way: sending, streaming, stopping, typing, history", async () => {
  const { rig, last } = await reconnected();
  rig.bearers.length = 0;
  rig.routes.set("POST /messages/7/cancel", () =>
    answer(messageJson(7, { state: "cancelled", body: "Well, yes", revision: 2 })),
  );

  rig.broadcast({ type: "message.delta", id: "7", chunk: 1, text: "yes" });
  expect(rig.shown).toEqual(["Well, yes"]);
  await rig.chat.cancel("7");
  expect(rig.chat.messages[0]?.state).toBe("cancelled");
  rig.chat.notifyTyping();
  await vi.dynamicImportSettled();
  expect(last.commands.map(({ command }) => command)).toEqual(["subscribe", "message"]);
  rig.chat.send("Still me");
  await rig.settle();
  rig.lookAgain();
  await rig.settle();
  expect(rig.shown).toEqual(["Well, yes", "Still me"]);

  expect(new Set(rig.bearers), "the visitor is the same").toEqual(new Set([`Bearer ${SESSION}`]));
});
