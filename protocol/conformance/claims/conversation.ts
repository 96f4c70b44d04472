import { createHmac } from "node:crypto";
import { newSession } from "../backend.ts";
import type { Context } from "../context.ts";
import { expectEqual, expectThat } from "../expect.ts";
import { Visitor } from "../visitor.ts";
import type { WireConversation, WireMessage } from "../wire.ts";

type Answer = { conversation: WireConversation };

/** protocol/README.md, "REST": seen, close, rating, transcript, reactions, cancel, identity. */
export async function conversationClaims({ suite, backend, agent }: Context): Promise<void> {
  suite.section("The conversation");
  const thumb = encodeURIComponent("👍");

  await suite.claim("seen moves forward only, counts as a revision, and is broadcast", async () => {
    const visitor = new Visitor(backend);
    const [first, second] = await visitor.sendMany(2);
    if (!first || !second) throw new Error("Nothing was sent.");
    const client = await visitor.subscribe(first.conversation);
    const { channel } = (await visitor.bootstrap()).cable;
    const put = (up_to: string) =>
      backend.expect<Answer>(200, "conversation-answer", `${visitor.path}/seen`, {
        method: "PUT",
        body: { up_to },
        ...visitor.auth,
      });
    const { conversation } = await put(second.id);
    expectEqual(
      [conversation.seen.visitor, conversation.revision],
      [second.id, second.revision + 1],
      "after the second",
    );
    const frame = await client.received(
      visitor.identifier(first.conversation, channel),
      ({ type }) => type === "conversation",
      "a conversation frame",
    );
    expectEqual([frame.revision, frame.conversation], [conversation.revision, conversation], "frame");
    expectEqual((await put(first.id)).conversation, conversation, "after going back");
    client.close();
  });
  await suite.claim("a reaction is there once, however often it is put, and goes once", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const reply = await agent.reply(conversation, "hi");
    const call = (method: string) =>
      backend.expect<WireMessage>(200, "message", `${visitor.path}/messages/${reply.id}/reactions/${thumb}`, {
        method,
        ...visitor.auth,
      });
    const put = await call("PUT");
    expectEqual(
      [put.reactions, put.revision],
      [[{ emoji: "👍", by: "visitor", count: 1 }], reply.revision + 1],
      "once",
    );
    expectEqual(await call("PUT"), put, "twice");
    const gone = await call("DELETE");
    expectEqual([gone.reactions, gone.revision], [[], put.revision + 1], "gone");
    expectEqual(await call("DELETE"), gone, "gone twice");
    expectEqual(
      (await visitor.collect({ revision: put.revision })).map(({ id }) => id),
      [reply.id],
      "catch-up",
    );
  });
  await suite.claim("a reaction that is no emoji is 422", async () => {
    const visitor = new Visitor(backend);
    const { id } = await visitor.send("hello");
    const path = `${visitor.path}/messages/${id}/reactions/${encodeURIComponent("<script>")}`;
    await backend.expectProblem(422, "invalid", path, { method: "PUT", ...visitor.auth });
  });
  await suite.claim("cancelling what does not stream changes nothing, and is 200", async () => {
    const visitor = new Visitor(backend);
    const message = await visitor.send("hello");
    const cancel = { method: "POST", ...visitor.auth };
    expectEqual(
      await backend.expect(200, "message", `${visitor.path}/messages/${message.id}/cancel`, cancel),
      message,
      "message",
    );
  });
  await suite.claim("close is idempotent, and the bootstrap shows the closed conversation", async () => {
    const visitor = new Visitor(backend);
    const message = await visitor.send("hello");
    const close = () =>
      backend.expect<Answer>(200, "conversation-answer", `${visitor.path}/conversation/close`, {
        method: "POST",
        ...visitor.auth,
      });
    const { conversation } = await close();
    expectEqual([conversation.status, conversation.revision], ["closed", message.revision + 1], "closed");
    expectEqual((await close()).conversation, conversation, "closed twice");
    expectEqual((await visitor.bootstrap()).conversation, conversation, "bootstrap");
  });
  await suite.claim("a rating is kept, and one without a score is 422", async () => {
    const visitor = new Visitor(backend);
    await visitor.send("hello");
    const path = `${visitor.path}/conversation/rating`;
    const { conversation } = await backend.expect<Answer>(200, "conversation-answer", path, {
      method: "PUT",
      body: { score: 5, comment: "fine" },
      ...visitor.auth,
    });
    expectEqual(conversation.rating, { score: 5, comment: "fine" }, "rating");
    await backend.expectProblem(422, "invalid", path, { method: "PUT", body: { score: "best" }, ...visitor.auth });
  });
  await suite.claim("a transcript is accepted, and one to no address is 422", async () => {
    const visitor = new Visitor(backend);
    await visitor.send("hello");
    const path = `${visitor.path}/conversation/transcript`;
    const { status } = await backend.call(path, {
      method: "POST",
      body: { email: "ann@example.com" },
      ...visitor.auth,
    });
    expectThat(status >= 200 && status < 300, `The status is ${status}.`);
    await backend.expectProblem(422, "invalid", path, { method: "POST", body: { email: "nobody" }, ...visitor.auth });
  });
  await suite.claim("whoever has no conversation can change none: 404", async () => {
    const bearer = newSession();
    const path = new Visitor(backend).path;
    await backend.expectProblem(404, "not_found", `${path}/conversation/close`, { method: "POST", bearer });
    await backend.expectProblem(404, "not_found", `${path}/seen`, { method: "PUT", body: { up_to: "1" }, bearer });
  });
  await suite.claim("an identity with a forged hash is 401 invalid_identity, and changes nothing", async () => {
    const visitor = new Visitor(backend);
    await visitor.send("hello");
    const before = await visitor.bootstrap();
    const hash = createHmac("sha256", "a guess").update("42").digest("hex");
    for (const forged of [hash, "", "00"]) {
      const body = { identifier: "42", hash: forged, name: "Mallory" };
      await backend.expectProblem(401, "invalid_identity", `${visitor.path}/identity`, {
        method: "PUT",
        body,
        ...visitor.auth,
      });
    }
    expectEqual(await visitor.bootstrap(), before, "bootstrap");
  });
}
