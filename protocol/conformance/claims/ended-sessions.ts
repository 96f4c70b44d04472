import { randomUUID } from "node:crypto";
import { newSession } from "../backend.ts";
import { CableClient } from "../cable-client.ts";
import type { Context } from "../context.ts";
import { expectEqual, expectThat } from "../expect.ts";
import { Visitor } from "../visitor.ts";

/** protocol/README.md, "Ended sessions". */
export async function endedSessionClaims({ suite, backend, agent }: Context): Promise<void> {
  suite.section("Ended sessions");
  const ended = async () => {
    const visitor = new Visitor(backend);
    const message = await visitor.send("before the end");
    const { channel } = (await visitor.bootstrap()).cable;
    const conversation = await agent.change(message.conversation, "DELETE", "session");
    return { visitor, message, conversation, channel };
  };

  await suite.claim("every call of a session that staff have ended is 401 session_expired", async () => {
    const { visitor, message } = await ended();
    const { path, auth } = visitor;
    const form = new FormData();
    form.set("file", new Blob(["text"], { type: "text/plain" }), "a.txt");
    const calls: readonly [string, string, unknown?][] = [
      ["GET", path],
      ["GET", `${path}/messages`],
      ["GET", `${path}/messages?revision=0`],
      ["POST", `${path}/messages`, { client_id: randomUUID(), body: "again" }],
      ["POST", `${path}/messages`, { client_id: message.client_id, body: message.body }],
      ["POST", `${path}/messages/${message.id}/cancel`],
      ["PUT", `${path}/messages/${message.id}/reactions/${encodeURIComponent("👍")}`],
      ["POST", `${path}/uploads`, form],
      ["PUT", `${path}/seen`, { up_to: message.id }],
      ["POST", `${path}/conversation/close`],
    ];
    for (const [method, url, body] of calls) {
      await backend.expectProblem(401, "session_expired", url, { method, body, ...auth });
    }
  });
  await suite.claim("an ended session is not made again by being sent once more", async () => {
    const { visitor, message } = await ended();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const refused = await visitor.trySend({ client_id: randomUUID(), body: "again" });
      expectEqual(refused.status, 401, `status of attempt ${attempt + 1}`);
    }
    const rows = await agent.collect(message.conversation, { revision: 0 });
    expectEqual(
      rows.map(({ body }) => body),
      ["before the end"],
      "what the staff see",
    );
  });
  await suite.claim("its conversation stays with the staff, closed; ending it twice changes nothing", async () => {
    const { message, conversation } = await ended();
    expectEqual([conversation.status, conversation.id], ["closed", message.conversation], "conversation");
    expectEqual(await agent.change(message.conversation, "DELETE", "session"), conversation, "ended twice");
    expectEqual((await agent.head(message.conversation)).last_message?.id, message.id, "last message of the head");
  });
  await suite.claim("a subscription with an ended session is rejected", async () => {
    const { visitor, message, channel } = await ended();
    const client = await CableClient.open(backend);
    const answer = await client.subscribe(visitor.identifier(message.conversation, channel));
    expectEqual(answer, "reject_subscription", "answer");
    client.close();
  });
  await suite.claim("a subscription that is there when the session ends gets no further frame", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const { channel } = (await visitor.bootstrap()).cable;
    const client = await visitor.subscribe(conversation);
    const staff = await CableClient.open(backend);
    await staff.confirmed(agent.identifier(conversation));
    await agent.change(conversation, "DELETE", "session");
    const reply = await agent.reply(conversation, "not for you any more");
    // A frame to the agent, sent after those to the visitor would have been.
    await staff.received(agent.identifier(conversation), ({ message }) => message?.id === reply.id, "the reply");
    // The answer to a further command: whatever was under way to this socket has arrived by then.
    await client.subscribe(visitor.identifier("no-such-conversation", channel));
    const heard = client.heard(visitor.identifier(conversation, channel));
    expectThat(!heard.some(({ message }) => message?.id === reply.id), "The ended session still hears the staff.");
    for (const socket of [client, staff]) socket.close();
  });
  await suite.claim("another session is a new visitor: the ending of one is no ban", async () => {
    await ended();
    const next = new Visitor(backend);
    expectEqual((await next.bootstrap()).conversation, null, "conversation");
    await next.send("here I am again");
  });
  await suite.claim("ending takes the agent's token, and a conversation that there is", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const path = `${agent.path(conversation)}/session`;
    for (const bearer of [null, newSession(), visitor.session]) {
      await backend.expectProblem(401, "invalid_token", path, { method: "DELETE", bearer });
    }
    await backend.expectProblem(404, "not_found", "/agent/conversations/999999999999/session", {
      method: "DELETE",
      ...agent.auth,
    });
    await visitor.send("still here");
  });
}
