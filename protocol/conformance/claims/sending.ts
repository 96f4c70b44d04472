import { randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import { expectEqual, expectSchema, expectThat } from "../expect.ts";
import { Visitor } from "../visitor.ts";
import type { WireMessage } from "../wire.ts";

/** protocol/README.md, "REST", send; "What a backend promises", 1 and 4. */
export async function sendingClaims({ suite, backend }: Context): Promise<void> {
  suite.section("Sending");

  await suite.claim("a message comes back as it was sent, by a visitor, complete", async () => {
    const client_id = randomUUID();
    const body = 'Grüße 👩‍👩‍👧 \n\t<b>&amp;</b> "quoted" \\ \u2028 end';
    const { id, created_at, ...message } = await new Visitor(backend).send(body, { client_id });
    expectEqual(
      [message.client_id, message.body, message.state, message.author.type],
      [client_id, body, "complete", "visitor"],
      "message",
    );
    expectThat(id.length > 0 && !Number.isNaN(Date.parse(created_at)), "It has no id or time.");
  });
  await suite.claim(
    "20 concurrent first messages make one session and one conversation, and all arrive once",
    async () => {
      const visitor = new Visitor(backend);
      const sent = await Promise.all(Array.from({ length: 20 }, (_, index) => visitor.send(`first ${index}`)));
      expectEqual(new Set(sent.map(({ conversation }) => conversation)).size, 1, "conversations");
      const listed = await visitor.collect({});
      expectEqual(listed.map(({ id }) => id).sort(), sent.map(({ id }) => id).sort(), "messages");
    },
  );
  await suite.claim("a client_id sent again is 200 with the same message, and makes no other", async () => {
    const visitor = new Visitor(backend);
    const request = { client_id: randomUUID(), body: "once" };
    const first = await visitor.trySend(request);
    const second = await visitor.trySend(request);
    expectEqual([first.status, second.status], [201, 200], "statuses");
    expectSchema("message", second.json);
    expectEqual(second.json, first.json, "the second answer");
    expectEqual((await visitor.collect({})).length, 1, "messages");
  });
  await suite.claim("10 concurrent sends of one client_id make one message: one 201, nine 200", async () => {
    const visitor = new Visitor(backend);
    const request = { client_id: randomUUID(), body: "once" };
    const answers = await Promise.all(Array.from({ length: 10 }, () => visitor.trySend(request)));
    expectEqual(answers.map(({ status }) => status).sort(), [...Array(9).fill(200), 201], "statuses");
    expectEqual(new Set(answers.map(({ json }) => (json as WireMessage).id)).size, 1, "ids");
  });
  await suite.claim("a client_id stays idempotent after its conversation was closed", async () => {
    const visitor = new Visitor(backend);
    const request = { client_id: randomUUID(), body: "once" };
    const first = await visitor.trySend(request);
    await backend.expect(200, "conversation-answer", `${visitor.path}/conversation/close`, {
      method: "POST",
      ...visitor.auth,
    });
    const second = await visitor.trySend(request);
    expectEqual(
      [second.status, (second.json as WireMessage).id],
      [200, (first.json as WireMessage).id],
      "the second answer",
    );
  });
  await suite.claim("a client_id of another session is no obstacle", async () => {
    const client_id = randomUUID();
    const one = await new Visitor(backend).send("mine", { client_id });
    const other = await new Visitor(backend).send("mine too", { client_id });
    expectThat(one.id !== other.id && one.conversation !== other.conversation, "Two sessions share a message.");
  });
  await suite.claim(
    "concurrent sends: revisions without a hole, created_at strictly increasing in the same order",
    async () => {
      const visitor = new Visitor(backend);
      await Promise.all(Array.from({ length: 40 }, (_, index) => visitor.send(`concurrent ${index}`)));
      const rows = await visitor.collect({ revision: 0 });
      expectEqual(rows.length, 40, "rows");
      for (const [index, row] of rows.entries()) {
        const before = rows[index - 1];
        if (!before) continue;
        expectEqual(row.revision, before.revision + 1, "revision");
        expectThat(row.created_at > before.created_at, `${row.created_at} is not after ${before.created_at}.`);
      }
      expectEqual(await visitor.collect({}), rows, "creation order");
    },
  );
  await suite.claim("a send after the close opens a new conversation", async () => {
    const visitor = new Visitor(backend);
    const first = await visitor.send("one");
    await backend.expect(200, "conversation-answer", `${visitor.path}/conversation/close`, {
      method: "POST",
      ...visitor.auth,
    });
    const second = await visitor.send("two");
    expectThat(second.conversation !== first.conversation, "It went into the closed one.");
    expectEqual((await visitor.bootstrap()).messages, [second], "what the visitor reads now");
  });
  await suite.claim("fields that are not known are ignored", async () => {
    const message = await new Visitor(backend).send("hello", {
      author: { type: "agent" },
      state: "failed",
      id: "1",
      extra: [1],
    });
    expectEqual([message.author.type, message.state], ["visitor", "complete"], "message");
  });
  await suite.claim("reply_to is kept, and must name a message of the conversation", async () => {
    const visitor = new Visitor(backend);
    const first = await visitor.send("question");
    const second = await visitor.send("Yes", { reply_to: { message: first.id, value: "yes" } });
    expectEqual(second.reply_to, { message: first.id, value: "yes" }, "reply_to");
    const elsewhere = await new Visitor(backend).send("other");
    const refused = await visitor.trySend({
      client_id: randomUUID(),
      body: "x",
      reply_to: { message: elsewhere.id, value: "x" },
    });
    expectEqual(refused.status, 422, "status");
  });
}
