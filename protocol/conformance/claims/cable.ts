import { CableClient } from "../cable-client.ts";
import type { Context } from "../context.ts";
import { expectEqual, expectSchema, expectThat } from "../expect.ts";
import { merged } from "../paging.ts";
import { Visitor } from "../visitor.ts";

/** protocol/README.md, "The cable"; "What a backend promises", 2 and 3. */
export async function cableClaims({ suite, backend, agent }: Context): Promise<void> {
  suite.section("The cable");
  const { channel } = (await new Visitor(backend).bootstrap()).cable;

  await suite.claim("it speaks actioncable-v1-json: a welcome first, then pings of the time in seconds", async () => {
    const client = await CableClient.open(backend);
    expectEqual(client.socket.protocol, "actioncable-v1-json", "sub-protocol");
    expectEqual(client.frames[0]?.type, "welcome", "first frame");
    const ping = await client.wait(({ type }) => type === "ping", "a ping");
    expectThat(Math.abs(Number(ping.message) - Date.now() / 1000) < 60, `The ping says ${String(ping.message)}.`);
    client.checkFrames();
    client.close();
  });
  await suite.claim(
    "a subscription to one's own conversation is confirmed, with the identifier to the letter",
    async () => {
      const visitor = new Visitor(backend);
      const { conversation } = await visitor.send("hello");
      const client = await CableClient.open(backend);
      const odd = `{ "conversation":"${conversation}",  "session":"${visitor.session}","id":"${backend.target.webchat}","channel":"${channel}" }`;
      expectEqual(await client.subscribe(odd), "confirm_subscription", "answer");
      client.close();
    },
  );
  await suite.claim("a conversation's id as a number works too", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    if (!/^\d+$/.test(conversation)) return;
    const client = await CableClient.open(backend);
    const identifier = JSON.stringify({
      channel,
      id: backend.target.webchat,
      session: visitor.session,
      conversation: Number(conversation),
    });
    await client.confirmed(identifier);
    client.close();
  });
  await suite.claim(
    "somebody else's conversation, an unknown one, a malformed session and an unknown webchat are rejected",
    async () => {
      const visitor = new Visitor(backend);
      const { conversation } = await visitor.send("hello");
      const stranger = new Visitor(backend);
      await stranger.send("me too");
      const client = await CableClient.open(backend);
      const identifiers = [
        stranger.identifier(conversation, channel),
        visitor.identifier("999999999999", channel),
        visitor.identifier("", channel),
        new Visitor(backend).identifier(conversation, channel),
        new Visitor(backend, "short").identifier(conversation, channel),
        JSON.stringify({ channel, id: "no-such-webchat", session: visitor.session, conversation }),
        JSON.stringify({ channel, id: backend.target.webchat, session: { $ne: "" }, conversation }),
      ];
      for (const identifier of identifiers)
        expectEqual(await client.subscribe(identifier), "reject_subscription", identifier);
      client.close();
    },
  );
  await suite.claim("messages of both sides are broadcast with their revisions, as REST shows them", async () => {
    const visitor = new Visitor(backend);
    const first = await visitor.send("hello");
    const client = await visitor.subscribe(first.conversation);
    const identifier = visitor.identifier(first.conversation, channel);
    const sent = await visitor.send("from the visitor");
    const reply = await agent.reply(first.conversation, "from the agent");
    for (const message of [sent, reply]) {
      const frame = await client.received(identifier, (one) => one.message?.id === message.id, `message ${message.id}`);
      expectSchema("frame", frame);
      expectEqual([frame.type, frame.revision, frame.message], ["message", message.revision, message], "frame");
    }
    client.checkFrames();
    client.close();
  });
  await suite.claim("edits and deletions are broadcast as messages", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const client = await visitor.subscribe(conversation);
    const identifier = visitor.identifier(conversation, channel);
    const reply = await agent.reply(conversation, "first");
    const edited = await agent.edit(reply, "second");
    await client.received(
      identifier,
      ({ revision, message }) => revision === edited.revision && message?.body === "second",
      "the edit",
    );
    const deleted = await agent.delete(reply);
    const frame = await client.received(identifier, ({ message }) => message?.state === "deleted", "the deletion");
    expectEqual(frame.message, deleted, "frame");
    client.close();
  });
  await suite.claim("nobody hears another conversation", async () => {
    const [one, other] = [new Visitor(backend), new Visitor(backend)];
    const [mine, theirs] = [await one.send("one"), await other.send("other")];
    const client = await one.subscribe(mine.conversation);
    await agent.reply(theirs.conversation, "not for you");
    const last = await agent.reply(mine.conversation, "for you");
    await client.received(
      one.identifier(mine.conversation, channel),
      ({ message }) => message?.id === last.id,
      "one's own message",
    );
    expectThat(!JSON.stringify(client.frames).includes("not for you"), "It heard somebody else's message.");
    client.close();
  });
  await suite.claim("after an unsubscribe nothing more comes, and the socket lives on", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const client = await visitor.subscribe(conversation);
    client.command("unsubscribe", visitor.identifier(conversation, channel));
    const other = new Visitor(backend);
    const { conversation: next } = await other.send("hello");
    await client.confirmed(other.identifier(next, channel));
    await agent.reply(conversation, "too late");
    const last = await agent.reply(next, "in time");
    await client.received(
      other.identifier(next, channel),
      ({ message }) => message?.id === last.id,
      "the other one's message",
    );
    expectThat(!JSON.stringify(client.frames).includes("too late"), "It still heard the old subscription.");
    client.close();
  });
  await suite.claim("what is no command is ignored, and the socket lives on", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const client = await CableClient.open(backend);
    for (const text of ["{}", "[]", '{"command":"dance","identifier":"x"}']) client.socket.send(text);
    await client.confirmed(visitor.identifier(conversation, channel));
    client.close();
  });
  await suite.claim("typing reaches the other side, with who types, and is kept nowhere", async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const before = await visitor.conversation();
    const reader = await CableClient.open(backend);
    await reader.confirmed(agent.identifier(conversation));
    const writer = await visitor.subscribe(conversation);
    writer.command("message", visitor.identifier(conversation, channel), { action: "typing", state: "started" });
    const frame = await reader.received(agent.identifier(conversation), ({ type }) => type === "typing", "typing");
    expectSchema("frame", frame);
    expectEqual([frame.state, frame.author?.type], ["started", "visitor"], "frame");
    reader.command("message", agent.identifier(conversation), { action: "typing", state: "stopped" });
    const answer = await writer.received(
      visitor.identifier(conversation, channel),
      ({ type, author }) => type === "typing" && author?.type === "agent",
      "the agent's typing",
    );
    expectEqual(answer.state, "stopped", "state");
    expectEqual(await visitor.conversation(), before, "the conversation");
    reader.close();
    writer.close();
  });
  await suite.claim(
    "nothing falls between confirmation and catch-up, while it is written to without a pause",
    async () => {
      const visitor = new Visitor(backend);
      const { conversation } = await visitor.send("hello");
      const identifier = visitor.identifier(conversation, channel);
      let writing = true;
      let last = 0;
      const writer = (async () => {
        for (let index = 0; writing; index += 1) last = (await agent.reply(conversation, `reply ${index}`)).revision;
      })();
      const readers: { client: CableClient; caughtUp: Awaited<ReturnType<Visitor["collect"]>>; from: number }[] = [];
      for (let index = 0; index < 12; index += 1) {
        const client = await CableClient.open(backend);
        await client.confirmed(identifier);
        const from = client.frames.length;
        readers.push({ client, caughtUp: await visitor.collect({ revision: 0, limit: 10 }), from });
      }
      writing = false;
      await writer;
      const truth = await visitor.collect({});
      for (const { client, caughtUp } of readers) {
        await client
          .received(identifier, ({ revision }) => revision === last, `revision ${last}`)
          .catch((error) => {
            // Where the catch-up was the later of the two, there is nothing to wait for.
            if (!caughtUp.some(({ revision }) => revision === last)) throw error;
          });
        const live = client.heard(identifier).flatMap(({ message }) => (message ? [message] : []));
        expectEqual(
          merged([...caughtUp, ...live]).map(({ id }) => id),
          truth.map(({ id }) => id),
          "what a reader knows",
        );
        client.close();
      }
    },
  );
}
