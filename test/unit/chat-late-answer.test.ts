import { describe, expect, test } from "vitest";
import { deferred } from "../support/deferred.ts";
import { connected, type EndedRig, noticed } from "../support/ended-rig.ts";
import { messageJson } from "../support/messages.ts";
import { answer } from "../support/scripted-fetch.ts";

/** Sends, has the session end, and only then an answer. @returns the client id */
async function answeredLate(rig: EndedRig): Promise<string> {
  const late = deferred<Response>();
  rig.routes.set("POST /messages", () => late.promise);
  const client_id = rig.chat.send("Late");
  await rig.settle();
  rig.end();
  await noticed(rig);
  rig.routes.clear();
  late.resolve(answer(messageJson(2, { client_id, body: "Late", author: { type: "visitor" } }), 201));
  await rig.channel.world.advance(5_000);
  return client_id;
}

describe("Chat, whose session has ended before a send was answered", () => {
  test("what stands above stays where the answer to what the ended one had sent comes late", async () => {
    const rig = await connected();
    await answeredLate(rig);
    expect(rig.shown).toEqual(["message 1", "Late"]);
    expect(rig.events.at(-1)).toBe("sent Late");
    // Nothing is written under the next one yet, and the next one cannot follow what it may not read.
    expect(rig.chat.ended).toBe(true);
    expect(rig.chat.connection).toEqual({ state: "idle" });
  });

  test("what was answered late stays above what comes, and is shown once where another tab sends it again", async () => {
    const rig = await connected();
    const client_id = await answeredLate(rig);
    rig.chat.send("Hello again");
    await rig.connect();
    rig.lookAgain();
    await rig.settle();
    expect(rig.shown).toEqual(["message 1", "Late", "Hello again"]);
    rig.broadcast(rig.commit(300, { client_id, body: "Late", author: { type: "visitor" } }));
    expect(rig.shown).toEqual(["message 1", "Hello again", "Late"]);
  });

  test("tells nobody of a message that had come by the cable, as if it were of the next conversation", async () => {
    const rig = await connected();
    const lost = deferred<Response>();
    rig.routes.set("POST /messages", () => lost.promise);
    const client_id = rig.chat.send("Hello");
    await rig.settle();
    rig.broadcast(rig.commit(2, { client_id, body: "Hello", author: { type: "visitor" } }));
    rig.end();
    await noticed(rig);
    const { length } = rig.requests;
    lost.reject(new TypeError("Failed to fetch"));
    await rig.channel.world.advance(5_000);
    expect(rig.events.at(-1)).toBe("sent Hello");
    expect(rig.shown).toEqual(["message 1", "Hello"]);
    expect(rig.chat.ended).toBe(true);
    expect(rig.requests).toHaveLength(length);
  });

  test("of a contact, whose next session reads it too, stands by its time", async () => {
    const rig = await connected();
    await rig.chat.identify({ identifier: "user-1", hash: "vouched for" });
    await rig.connect();
    const late = deferred<Response>();
    rig.routes.set("POST /messages", () => late.promise);
    const client_id = rig.chat.send("Late");
    await rig.settle();
    rig.end();
    rig.commit(100, { body: "Before" });
    rig.commit(300, { body: "After" });
    await noticed(rig);
    late.resolve(answer(messageJson(200, { client_id, body: "Late", author: { type: "visitor" } }), 201));
    await rig.channel.world.advance(5_000);
    expect(rig.shown).toEqual(["message 1", "Before", "Late", "After"]);
  });
});
