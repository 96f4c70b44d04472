import { newSession } from "../backend.ts";
import type { Context } from "../context.ts";
import { expectEqual, expectThat } from "../expect.ts";
import { merged } from "../paging.ts";
import { Visitor } from "../visitor.ts";

/** protocol/README.md, "Messages". */
export async function catchingUpClaims({ suite, backend, agent }: Context): Promise<void> {
  suite.section("Catching up");
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

  await suite.claim("after_id gives what was created after it, in creation order, page by page", async () => {
    const visitor = new Visitor(backend);
    const sent = await visitor.sendMany(23);
    const rows = await visitor.collect({ after_id: sent[4]?.id, limit: 7 });
    expectEqual(ids(rows), ids(sent.slice(5)), "rows");
  });
  await suite.claim("neither after_id nor revision begins at the start", async () => {
    const visitor = new Visitor(backend);
    const sent = await visitor.sendMany(5);
    expectEqual(ids((await visitor.page({ limit: 2 })).messages), ids(sent.slice(0, 2)), "first page");
    expectEqual(ids(await visitor.collect({ limit: 2 })), ids(sent), "all pages");
  });
  await suite.claim("before_id gives the messages before it, the nearest ones, oldest first", async () => {
    const visitor = new Visitor(backend);
    const sent = await visitor.sendMany(12);
    const page = await visitor.page({ before_id: sent[9]?.id, limit: 4 });
    expectEqual([ids(page.messages), page.has_more], [ids(sent.slice(5, 9)), true], "page");
    const first = await visitor.page({ before_id: sent[3]?.id, limit: 4 });
    expectEqual([ids(first.messages), first.has_more], [ids(sent.slice(0, 3)), false], "first page");
  });
  await suite.claim(
    "a page's revision is its last row's where there is more, and the conversation's at the end",
    async () => {
      const visitor = new Visitor(backend);
      await visitor.sendMany(5);
      const first = await visitor.page({ revision: 0, limit: 3 });
      expectEqual([first.has_more, first.revision], [true, first.messages.at(-1)?.revision], "first page");
      const last = await visitor.page({ revision: first.revision, limit: 3 });
      expectEqual([last.has_more, last.revision], [false, last.conversation?.revision], "last page");
    },
  );
  await suite.claim(
    "revision brings edits and deletions of what was read long ago, once, in revision order",
    async () => {
      const visitor = new Visitor(backend);
      const first = await visitor.send("hello");
      const replies = [];
      for (let index = 0; index < 9; index += 1) replies.push(await agent.reply(first.conversation, `reply ${index}`));
      const before = await visitor.page({ revision: 0 });
      // In revision order they stand the other way round than in creation order.
      const [c, , a] = replies;
      if (!a || !c) throw new Error("The agent could not reply.");
      await agent.edit(c, "changed");
      await agent.delete(a);
      await agent.edit(c, "changed twice");
      const last = await agent.reply(first.conversation, "last");
      const rows = await visitor.collect({ revision: before.revision, after_id: before.messages.at(-1)?.id, limit: 2 });
      expectEqual(
        rows.map(({ id, state }) => [id, state]),
        [
          [a.id, "deleted"],
          [c.id, "complete"],
          [last.id, "complete"],
        ],
        "rows",
      );
      expectEqual(rows[1]?.body, "changed twice", "the edited body");
      expectThat(
        rows.every((row, index) => index === 0 || row.revision > (rows[index - 1]?.revision ?? 0)),
        "Not in revision order.",
      );
      expectEqual(merged([...before.messages, ...rows]), await visitor.collect({}), "what the reader knows");
    },
  );
  await suite.claim("a deleted message is id, state, revision and created_at, and a cursor still", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const reply = await agent.reply(conversation, "secret");
    const last = await agent.reply(conversation, "last");
    await agent.delete(reply);
    const row = (await visitor.collect({})).find(({ id }) => id === reply.id);
    expectThat(row !== undefined && !JSON.stringify(row).includes("secret"), "The text is still there.");
    expectEqual([row.state, row.created_at], ["deleted", reply.created_at], "row");
    expectEqual(ids(await visitor.collect({ after_id: reply.id })), [last.id], "after it");
  });
  await suite.claim("pages in creation order lose nothing to whoever goes on by their revision", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const early = await agent.reply(conversation, "early");
    for (let index = 0; index < 6; index += 1) await agent.reply(conversation, `later ${index}`);
    await agent.edit(early, "edited at last");
    // The edited one is the page's last row: its revision is beyond what is still to come.
    const first = await visitor.page({ limit: 2 });
    expectEqual(first.has_more, true, "has_more");
    const rest = await visitor.collect({ revision: first.revision, limit: 3 });
    expectEqual(merged([...first.messages, ...rest]), await visitor.collect({}), "what the reader knows");
  });
  await suite.claim("what is changed while the pages are read is not lost", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const replies = [];
    for (let index = 0; index < 8; index += 1) replies.push(await agent.reply(conversation, `reply ${index}`));
    const first = await visitor.page({ revision: 0, limit: 4 });
    const [early, , , , , , late] = replies;
    if (!early || !late) throw new Error("The agent could not reply.");
    await agent.edit(early, "edited in between");
    await agent.delete(late);
    const rest = await visitor.collect({ revision: first.revision, limit: 4 });
    expectEqual(merged([...first.messages, ...rest]), await visitor.collect({}), "what the reader knows");
  });
  await suite.claim("a cursor of another conversation, or of none, is 404 unknown_cursor", async () => {
    const visitor = new Visitor(backend);
    await visitor.send("mine");
    const other = await new Visitor(backend).send("somebody else's");
    for (const query of [
      `after_id=${other.id}`,
      `before_id=${other.id}`,
      "after_id=999999999999",
      `after_id=${other.id}&revision=0`,
      "after_id=no-such-id",
    ]) {
      await backend.expectProblem(404, "unknown_cursor", `${visitor.path}/messages?${query}`, visitor.auth);
    }
  });
  await suite.claim("after a close and a new conversation, the old cursor is unknown", async () => {
    const visitor = new Visitor(backend);
    const old = await visitor.send("old");
    await backend.expect(200, null, `${visitor.path}/conversation/close`, { method: "POST", ...visitor.auth });
    expectEqual(ids(await visitor.collect({ after_id: old.id })), [], "while the closed one is the latest");
    await visitor.send("new");
    await backend.expectProblem(404, "unknown_cursor", `${visitor.path}/messages?after_id=${old.id}`, visitor.auth);
  });
  await suite.claim("a session that never wrote reads an empty page", async () => {
    const { conversation, messages, has_more } = await new Visitor(backend, newSession()).page({});
    expectEqual({ conversation, messages, has_more }, { conversation: null, messages: [], has_more: false }, "page");
  });
  await suite.claim("limit is at most 100, and a senseless one is 422", async () => {
    const visitor = new Visitor(backend);
    await visitor.sendMany(101);
    expectEqual((await visitor.page({ limit: 500 })).messages.length, 100, "rows for limit=500");
    expectEqual((await visitor.page({})).messages.length, 100, "rows without a limit");
    for (const limit of ["0", "-1", "many", "1.5"]) {
      await backend.expectProblem(422, "invalid", `${visitor.path}/messages?limit=${limit}`, visitor.auth);
    }
  });
}
