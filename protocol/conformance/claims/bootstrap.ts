import { newSession } from "../backend.ts";
import type { Context } from "../context.ts";
import { expectEqual, expectThat } from "../expect.ts";
import { Visitor } from "../visitor.ts";
import type { WireBootstrap } from "../wire.ts";

/** protocol/README.md, "Bootstrap". */
export async function bootstrapClaims({ suite, backend, agent }: Context): Promise<void> {
  const path = new Visitor(backend).path;
  suite.section("Bootstrap");

  await suite.claim(
    "an anonymous bootstrap has settings and a cable, and no session, conversation or message",
    async () => {
      const { session, conversation, messages, has_more_before } = await backend.expect<WireBootstrap>(
        200,
        "bootstrap",
        path,
      );
      expectEqual(
        { session, conversation, messages, has_more_before },
        { session: null, conversation: null, messages: [], has_more_before: false },
        "anonymous",
      );
    },
  );
  await suite.claim("an anonymous bootstrap has an ETag, and is 304 where it is known", async () => {
    const { headers } = await backend.expectResult(200, "bootstrap", path);
    const etag = headers.get("etag");
    expectThat(etag !== null, "There is no ETag.");
    const again = await backend.expectResult(304, null, path, { headers: { "If-None-Match": etag } });
    expectEqual(again.text, "", "body of a 304");
  });
  await suite.claim("a bootstrap with a session is kept by nobody", async () => {
    const { headers } = await backend.expectResult(200, "bootstrap", path, { bearer: newSession() });
    expectThat(/no-store|private/.test(headers.get("cache-control") ?? ""), "Cache-Control lets others keep it.");
  });
  await suite.claim("a bootstrap creates nothing", async () => {
    const visitor = new Visitor(backend);
    const before = await agent.heads();
    expectEqual((await visitor.bootstrap()).session, null, "session of an unknown secret");
    expectEqual((await visitor.bootstrap()).session, null, "session, asked again");
    expectEqual((await agent.heads()).conversations.length, before.conversations.length, "conversations");
  });
  await suite.claim("a bootstrap shows the open conversation, its last page and its revision", async () => {
    const visitor = new Visitor(backend);
    const sent = await visitor.sendMany(3);
    const { conversation, messages, revision, session, has_more_before } = await visitor.bootstrap();
    expectEqual(messages, sent, "messages");
    expectEqual(conversation?.id, sent[0]?.conversation, "conversation");
    expectEqual(
      { revision, session: session?.identified, has_more_before },
      { revision: conversation?.revision, session: false, has_more_before: false },
      "rest",
    );
  });
  await suite.claim(
    "a long conversation's bootstrap has the newest messages, and says that there are older ones",
    async () => {
      const visitor = new Visitor(backend);
      const sent = await visitor.sendMany(105);
      const { messages, has_more_before } = await visitor.bootstrap();
      expectThat(messages.length <= 100 && messages.length > 0, `It has ${messages.length} messages.`);
      expectEqual(
        messages.map(({ id }) => id),
        sent.slice(-messages.length).map(({ id }) => id),
        "last page",
      );
      expectEqual(has_more_before, true, "has_more_before");
    },
  );
}
