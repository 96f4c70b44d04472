import type { CableClient } from "../cable-client.ts";
import type { Context } from "../context.ts";
import { expectEqual, expectThat } from "../expect.ts";
import { streamedReply } from "../streamed-reply.ts";
import { Visitor } from "../visitor.ts";
import type { WireFrame, WireMessage } from "../wire.ts";

const CLAIMS = {
  whole:
    "a streamed reply is shown piece by piece, each once and numbered in order, and ends complete with all its text",
  joined: "who joins in the middle has the reply from the catch-up, and every later piece from the cable",
  cancelled: "cancelling ends it as cancelled, with what was shown, for every reader; and nothing is added after that",
  again: "cancelling again, or what has ended, is 200 with the message as it stands, and changes nothing",
  elsewhere: "it can be cancelled without a socket, and after the one it was seen on is gone",
  strangers: "another session cannot cancel it: 404 not_found, as for a message there is not; and it goes on",
  next: "a message after a cancelled reply is answered",
} as const;

/** protocol/README.md, "Stopping a reply" and the promises about streamed replies. */
export async function streamingClaims({ suite, backend, agent }: Context): Promise<void> {
  suite.section("Streamed replies");
  if (!(await streamedReply(new Visitor(backend), "stream 2"))) {
    const why = "no streaming responder: nothing answered “stream 2” with a reply that streams";
    for (const claim of Object.values(CLAIMS)) suite.notShown(claim, why);
    return;
  }
  const begun = async (command: string) => {
    const visitor = new Visitor(backend);
    const reply = await streamedReply(visitor, command);
    if (!reply) throw new Error(`“${command}” was not answered with a reply that streams.`);
    const { channel } = (await visitor.bootstrap()).cable;
    return { visitor, reply, identifier: visitor.identifier(reply.conversation, channel) };
  };
  const cancel = (visitor: Visitor, { id }: WireMessage) =>
    backend.expect<WireMessage>(200, "message", `${visitor.path}/messages/${id}/cancel`, {
      method: "POST",
      ...visitor.auth,
    });
  const now = async (visitor: Visitor, { id }: WireMessage) => {
    const message = (await visitor.collect({ revision: 0 })).find((candidate) => candidate.id === id);
    if (!message) throw new Error(`Message ${id} is not in the catch-up.`);
    return message;
  };

  await suite.claim(CLAIMS.whole, async () => {
    const visitor = new Visitor(backend);
    const { conversation } = await visitor.send("hello");
    const client = await visitor.subscribe(conversation);
    const identifier = visitor.identifier(conversation, (await visitor.bootstrap()).cable.channel);
    await visitor.send("stream 40");
    const last = await ended(client, identifier);
    const first = client.heard(identifier).find(({ message }) => message?.state === "streaming")?.message;
    if (!first || !last.message) throw new Error("The reply was not shown before it had ended.");
    await everyPiece(client, identifier, first, last.message);
    const deltas = piecesSince(client, identifier, first);
    expectThat(deltas.length > 1, `The reply came in ${deltas.length} pieces.`);
    expectEqual(
      deltas.map(({ chunk }) => chunk),
      deltas.map((_, index) => Number(first.chunk) + index),
      "chunks",
    );
    expectEqual([last.message.state, last.message.chunk], ["complete", null], "end");
    expectEqual(await now(visitor, first), last.message, "catch-up");
    expectThat(last.message.body.split(/\s+/).length >= 40, `The reply is “${last.message.body}”.`);
    client.checkFrames();
    client.close();
  });
  await suite.claim(CLAIMS.joined, async () => {
    const { visitor, reply, identifier } = await begun("stream 60");
    const client = await visitor.subscribe(reply.conversation);
    const joined = await now(visitor, reply);
    expectEqual(joined.state, "streaming", "state in the catch-up");
    const { message: last } = await ended(client, identifier);
    if (last) await everyPiece(client, identifier, joined, last);
    expectThat(piecesSince(client, identifier, joined).length > 0, "No piece came after the catch-up.");
    client.close();
  });
  await suite.claim(CLAIMS.cancelled, async () => {
    const { visitor, reply, identifier } = await begun("stream 1000");
    const client = await visitor.subscribe(reply.conversation);
    await client.received(identifier, ({ type }) => type === "message.delta", "a piece");
    const answer = await cancel(visitor, reply);
    expectEqual([answer.state, answer.chunk], ["cancelled", null], "answer");
    const { message } = await ended(client, identifier);
    expectEqual(message, answer, "frame");
    await agent.reply(reply.conversation, "after that");
    await client.received(identifier, (frame) => frame.message?.body === "after that", "a later message");
    const frames = client.heard(identifier);
    const late = frames.slice(frames.findIndex((frame) => frame.message?.state === "cancelled"));
    // A straggler may come late; what was not kept may not come at all.
    const lost = late.filter(({ type, text }) => type === "message.delta" && !answer.body.includes(text ?? ""));
    expectEqual(lost, [], "pieces after the end that are not in it");
    expectEqual(await now(visitor, reply), answer, "catch-up");
    client.close();
  });
  await suite.claim(CLAIMS.again, async () => {
    const { visitor, reply } = await begun("stream 1000");
    const first = await cancel(visitor, reply);
    expectEqual(await Promise.all([cancel(visitor, reply), cancel(visitor, reply)]), [first, first], "again");
    expectEqual((await visitor.conversation()).revision, first.revision, "revision of the conversation");
  });
  await suite.claim(CLAIMS.elsewhere, async () => {
    const { visitor, reply, identifier } = await begun("stream 1000");
    const client = await visitor.subscribe(reply.conversation);
    await client.received(identifier, ({ type }) => type === "message.delta", "a piece");
    client.close();
    expectEqual((await now(visitor, reply)).state, "streaming", "state without a socket");
    expectEqual((await cancel(visitor, reply)).state, "cancelled", "state");
  });
  await suite.claim(CLAIMS.strangers, async () => {
    const { visitor, reply } = await begun("stream 1000");
    const stranger = new Visitor(backend);
    await stranger.send("hello");
    const call = { method: "POST", ...stranger.auth };
    const theirs = await backend.expectProblem(404, "not_found", `${visitor.path}/messages/${reply.id}/cancel`, call);
    const none = await backend.expectProblem(404, "not_found", `${visitor.path}/messages/999999999999/cancel`, call);
    expectEqual(theirs.json, none.json, "answer");
    expectEqual((await now(visitor, reply)).state, "streaming", "state");
    await cancel(visitor, reply);
  });
  await suite.claim(CLAIMS.next, async () => {
    const { visitor, reply } = await begun("stream 1000");
    await cancel(visitor, reply);
    const next = await streamedReply(visitor, "stream 1000");
    expectThat(next !== null && next.id !== reply.id, "The next message was not answered.");
    await cancel(visitor, next);
  });
}

/** The frame a streamed reply ends with. */
function ended(client: CableClient, identifier: string): Promise<WireFrame> {
  const fits = ({ type, message }: WireFrame) =>
    type === "message" && message?.author.type === "bot" && message.state !== "streaming";
  return client.received(identifier, fits, "the end of the reply");
}

/** The pieces from where the reader began, by their numbers: a cable may bring them in another order. */
function piecesSince(client: CableClient, identifier: string, start: WireMessage): WireFrame[] {
  return client
    .heard(identifier)
    .filter(
      ({ type, id, chunk }) => type === "message.delta" && id === start.id && Number(chunk) >= Number(start.chunk),
    )
    .sort((one, other) => Number(one.chunk) - Number(other.chunk));
}

/** Waits until what the reader began with, and the pieces since, are the reply: some may come after its end. */
async function everyPiece(
  client: CableClient,
  identifier: string,
  start: WireMessage,
  whole: WireMessage,
): Promise<void> {
  const text = () =>
    piecesSince(client, identifier, start).reduce((read, piece) => read + (piece.text ?? ""), start.body);
  await client.received(identifier, () => text() === whole.body, `pieces that make up “${whole.body}”`);
}
