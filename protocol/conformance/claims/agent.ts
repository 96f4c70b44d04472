import { randomUUID } from "node:crypto";
import { newSession } from "../backend.ts";
import { CableClient } from "../cable-client.ts";
import type { Context } from "../context.ts";
import { expectEqual, expectSchema, expectThat } from "../expect.ts";
import { Visitor } from "../visitor.ts";

/** protocol/README.md, "The agent's side". */
export async function agentClaims({ suite, backend, agent }: Context): Promise<void> {
  suite.section("The agent's side");

  await suite.claim("without the token, with a wrong one, or with a visitor's session: 401", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    for (const bearer of [null, "wrong", newSession(), visitor.session]) {
      for (const path of ["/agent/conversations", `${agent.path(conversation)}/messages`]) {
        await backend.expectProblem(401, "invalid_token", path, { bearer });
      }
      const reply = { method: "POST", body: { client_id: randomUUID(), body: "x" }, bearer };
      await backend.expectProblem(401, "invalid_token", `${agent.path(conversation)}/messages`, reply);
    }
  });
  await suite.claim(
    "the list shows a new conversation first, with visitor, page, last message and unread count",
    async () => {
      const visitor = new Visitor(backend);
      await visitor.send("one");
      const page = { url: "https://shop.example/cart", title: "Cart", referrer: "" };
      const last = await visitor.send("two", { page });
      const [head] = (await agent.heads()).conversations;
      expectEqual(head?.conversation.id, last.conversation, "first of the list");
      expectEqual([head?.last_message, head?.unread_count, head?.visitor.page], [last, 2, page], "head");
    },
  );
  await suite.claim("the list is paged by before, filtered by status, and searched by q", async () => {
    const word = `needle${randomUUID().slice(0, 8)}`;
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      ids.unshift((await new Visitor(backend).send(`${word} ${index}`)).conversation);
    }
    const listed: string[] = [];
    let before = "";
    for (let more = true; more; ) {
      const page = await agent.heads(`?q=${word}&limit=2${before}`);
      listed.push(...page.conversations.map(({ conversation }) => conversation.id));
      before = `&before=${listed.at(-1)}`;
      more = page.has_more;
    }
    expectEqual(listed, ids, "pages");
    await agent.change(ids[1] ?? "", "POST", "close");
    const of = async (status: string) =>
      (await agent.heads(`?q=${word}&status=${status}`)).conversations.map(({ conversation }) => conversation.id);
    expectEqual([await of("closed"), (await of("open")).length], [[ids[1]], 4], "by status");
    expectEqual(
      (await agent.heads("?q=%25")).conversations.some(({ conversation }) => conversation.id === ids[0]),
      false,
      "q=%",
    );
  });
  await suite.claim("a reply is an agent's, idempotent by client_id, and in the visitor's catch-up", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const call = { method: "POST", body: { client_id: randomUUID(), body: "hi" } };
    const path = `/conversations/${conversation}/messages`;
    const [first, second] = [await agent.call(path, call), await agent.call(path, call)];
    expectEqual([first.status, second.status, second.json], [201, 200, first.json], "answers");
    expectSchema("message", first.json);
    const rows = await visitor.collect({});
    expectEqual([rows.length, rows[1], rows[1]?.author.type], [2, first.json, "agent"], "the visitor's page");
  });
  await suite.claim("the agent reads the same messages, by the same parameters", async () => {
    const visitor = new Visitor(backend);
    const sent = await visitor.sendMany(7);
    const conversation = sent[0]?.conversation ?? "";
    expectEqual(await agent.collect(conversation, { limit: 3 }), sent, "all");
    expectEqual(
      await agent.collect(conversation, { after_id: sent[2]?.id, revision: sent[2]?.revision, limit: 2 }),
      sent.slice(3),
      "by revision",
    );
    expectEqual((await agent.page(conversation, { before_id: sent[2]?.id })).messages, sent.slice(0, 2), "history");
  });
  await suite.claim("only one's own messages can be edited and deleted", async () => {
    const visitor = new Visitor(backend);
    const theirs = await visitor.send("mine");
    const path = `/conversations/${theirs.conversation}/messages/${theirs.id}`;
    expectEqual((await agent.call(path, { method: "PATCH", body: { body: "changed" } })).status, 404, "PATCH");
    expectEqual((await agent.call(path, { method: "DELETE" })).status, 404, "DELETE");
    const reply = await agent.reply(theirs.conversation, "hi");
    const edited = await agent.edit(reply, "hello");
    expectThat(
      edited.edited_at !== null && edited.created_at === reply.created_at,
      "edited_at or created_at is wrong.",
    );
    expectEqual([edited.body, edited.revision], ["hello", reply.revision + 1], "edited");
    expectEqual(
      (
        await agent.call(`/conversations/${theirs.conversation}/messages/${reply.id}`, {
          method: "PATCH",
          body: { body: "" },
        })
      ).status,
      422,
      "an empty edit",
    );
  });
  await suite.claim("seen empties the unread count", async () => {
    const visitor = new Visitor(backend);
    const sent = await visitor.sendMany(2);
    const last = sent.at(-1);
    if (!last) throw new Error("Nothing was sent.");
    const conversation = await agent.change(last.conversation, "PUT", "seen", { up_to: last.id });
    expectEqual(conversation.seen.agent, last.id, "seen");
    expectEqual((await agent.head(last.conversation)).unread_count, 0, "unread");
    expectEqual((await visitor.conversation()).seen.agent, last.id, "what the visitor sees");
  });
  await suite.claim("assigning, closing and reopening each count once, and reach the visitor", async () => {
    const visitor = new Visitor(backend);
    const { conversation, revision } = await visitor.send("hello");
    const assignee = { name: "Ben", avatar_url: null };
    const assigned = await agent.change(conversation, "PUT", "assignee", { assignee });
    expectEqual([assigned.assignee, assigned.revision], [assignee, revision + 1], "assigned");
    expectEqual((await agent.change(conversation, "POST", "close")).status, "closed", "closed");
    expectEqual((await agent.change(conversation, "POST", "close")).revision, revision + 2, "closed twice");
    expectEqual((await agent.change(conversation, "POST", "reopen")).status, "open", "reopened");
    const { revision: now } = await agent.change(conversation, "PUT", "assignee", { assignee: null });
    expectEqual((await visitor.conversation()).revision, now, "what the visitor sees");
  });
  await suite.claim("a conversation is not reopened beside another open one", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("one");
    await agent.change(conversation, "POST", "close");
    await visitor.send("two");
    expectEqual((await agent.call(`/conversations/${conversation}/reopen`, { method: "POST" })).status, 422, "status");
  });
  await suite.claim("an unknown conversation is 404 not_found", async () => {
    for (const id of ["999999999999", "no-such-id"]) {
      await backend.expectProblem(404, "not_found", `${agent.path(id)}/messages`, agent.auth);
      await backend.expectProblem(404, "not_found", `${agent.path(id)}/close`, { method: "POST", ...agent.auth });
    }
  });
  await suite.claim("the agent's channel streams the head of every conversation, also a new one", async () => {
    const client = await CableClient.open(backend);
    await client.confirmed(agent.identifier());
    const visitor = new Visitor(backend);
    const message = await visitor.send("hello");
    const frame = await client.received(
      agent.identifier(),
      ({ type, conversation }) => type === "head" && conversation?.id === message.conversation,
      "a head",
    );
    expectSchema("frame", frame);
    const { last_message, unread_count } = frame as unknown as { last_message: unknown; unread_count: number };
    expectEqual([last_message, unread_count], [message, 1], "head");
    client.close();
  });
  await suite.claim("with a conversation, the agent's channel streams its frames", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const client = await CableClient.open(backend);
    await client.confirmed(agent.identifier(conversation));
    const sent = await visitor.send("more");
    const frame = await client.received(
      agent.identifier(conversation),
      ({ message }) => message?.id === sent.id,
      "the message",
    );
    expectEqual(frame.message, sent, "message");
    client.close();
  });
  await suite.claim(
    "the agent's channel rejects a wrong token, a visitor's session and an unknown conversation",
    async () => {
      const client = await CableClient.open(backend);
      const { agentChannel: channel, webchat: id, agentToken: token } = backend.target;
      const identifiers = [
        { channel, id, token: "wrong" },
        { channel, id },
        { channel, id, token: newSession() },
        { channel, id, token, conversation: "999999999999" },
      ];
      for (const identifier of identifiers) {
        expectEqual(
          await client.subscribe(JSON.stringify(identifier)),
          "reject_subscription",
          JSON.stringify(identifier),
        );
      }
      client.close();
    },
  );
}
