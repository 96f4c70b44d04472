import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { CableProbe } from "../support/cable-probe.ts";
import { type EmbeddedServer, startServer } from "../support/embedded-server.ts";
import { type SentMessage, TestVisitor } from "../support/test-visitor.ts";

const MISBEHAVING = fileURLToPath(new URL("responders/misbehaving.ts", import.meta.url));
const SECRET = "the-identity-secret-of-this-test";

let server: EmbeddedServer;
afterEach(() => server?.stop("SIGKILL"));

/** A visitor on a server that has this responder, and a socket that hears everything of the conversation. */
async function asking(responder: string, env: Readonly<Record<string, string>> = {}) {
  server = await startServer({ env: { CABLECHAT_RESPONDER: responder, CABLECHAT_IDENTITY_SECRET: SECRET, ...env } });
  const visitor = new TestVisitor(server);
  const { conversation } = await visitor.send("open");
  const probe = await CableProbe.open(server.cable);
  await probe.subscribe(visitor.identifier(conversation));
  const frame = (fits: (message: SentMessage) => boolean) =>
    probe.heard(({ message }) => message?.message !== undefined && fits(message.message as unknown as SentMessage));
  const piece = () => probe.heard(({ message }) => message?.type === "message.delta");
  const last = async () => (await visitor.all()).at(-1);
  return { visitor, conversation, probe, frame, piece, last };
}

describe("a responder of one's own", () => {
  it("answers, and whatever it does wrong ends with its own reply", async () => {
    const { visitor, frame } = await asking(MISBEHAVING, { CABLECHAT_RESPONDER_SECONDS: "1" });
    for (const body of ["throw", "hang", "flood", "stray", "hello"]) await visitor.send(body);
    await frame(({ body }) => body === "to hello");
    const answers = (await visitor.all()).filter(({ client_id }) => client_id === null);
    expect(answers.map(({ state, body }) => [state, body.slice(0, 14)])).toEqual([
      ["complete", "to open"],
      ["failed", "before it hung"],
      ["failed", "more and more "],
      ["complete", "to stray"],
      ["complete", "to hello"],
    ]);
    for (const complaint of [
      /error responder: message \d+ of conversation \d+: Error: thrown as asked/,
      /Not answered within 1 s/,
      /longer than 100000 characters/,
      /nobody awaits was rejected: Error: rejected as asked/,
    ]) {
      await expect.poll(() => server.output()).toMatch(complaint);
    }
  });
});

describe("a server whose responder cannot be had", () => {
  it.each([
    ["nobody", /neither bot nor commands nor a path/],
    ["./no/such/module.ts", /cannot be loaded/],
    [fileURLToPath(new URL("responders/broken.ts", import.meta.url)), /exports no function "respond"/],
  ])("does not start with %s, and says why", async (name, why) => {
    await expect(startServer({ env: { CABLECHAT_RESPONDER: name } })).rejects.toThrow(why);
  });
});

describe("the bot", () => {
  it("answers anything, word by word, and stays silent once a person has answered", async () => {
    const { visitor, conversation, frame, piece, last } = await asking("bot");
    await piece();
    await frame(({ state, client_id }) => client_id === null && state === "complete");
    expect((await last())?.body).toMatch(/^Hello! .*Cablechat/);
    const answer = { client_id: crypto.randomUUID(), body: "This is Ana." };
    await fetch(`${server.base}/agent/conversations/${conversation}/messages`, {
      method: "POST",
      headers: { Authorization: `Bearer ${server.token}`, "Content-Type": "application/json" },
      body: JSON.stringify(answer),
    });
    await visitor.send("thank you");
    await visitor.send("stream 1");
    await frame(({ body, state }) => body === "word1" && state === "complete");
    const bodies = (await visitor.all()).map(({ body }) => body);
    expect(bodies.slice(-3)).toEqual(["thank you", "stream 1", "word1"]);
  });

  it("that is killed in the middle leaves a failed reply with the text it had, and answers the next message", async () => {
    const { visitor, piece, last } = await asking("commands");
    await visitor.send("stream 2000");
    await piece();
    const before = (await last())?.body ?? "";
    await server.control.halt("SIGKILL");
    await server.control.start();
    const after = await last();
    expect([after?.state, after?.body.startsWith(before)]).toEqual(["failed", true]);
    expect("word1 word2 word3 word4 word5 word6 word7".startsWith(after?.body.slice(0, 20) ?? "")).toBe(true);
    await visitor.send("stream 1");
    await expect.poll(async () => (await last())?.body).toBe("word1");
  });

  it("that is told to stop leaves a failed reply, and the server ends in time", async () => {
    const { visitor, last } = await asking("commands");
    await visitor.send("slow 60");
    await expect.poll(async () => (await last())?.body).toBe("Let me look that up.");
    expect(await server.control.halt("SIGTERM")).toBe(0);
    await server.control.start();
    expect(await last()).toMatchObject({ state: "failed", body: "Let me look that up." });
    expect(server.output()).not.toContain("error");
  });

  it("fails in the middle when it is told to", async () => {
    const { visitor, frame } = await asking("commands");
    await visitor.send("fail");
    await frame(({ state }) => state === "failed");
    expect((await visitor.all()).at(-1)?.body).toBe("This answer ends in the middle of a");
    await expect.poll(() => server.output()).toContain("The script says that it fails here.");
  });

  it("is stopped from the contact's other device", async () => {
    const { visitor, frame, last } = await asking("commands");
    const other = new TestVisitor(server);
    const hash = createHmac("sha256", SECRET).update("zoe").digest("hex");
    for (const device of [visitor, other]) await device.call("/identity", "PUT", { identifier: "zoe", hash });
    await visitor.send("slow 60");
    await expect.poll(async () => (await last())?.state).toBe("streaming");
    const { id } = (await last()) as SentMessage;
    const response = await other.call(`/messages/${id}/cancel`, "POST");
    expect([response.status, await response.json()]).toMatchObject([200, { id, state: "cancelled" }]);
    await frame(({ state }) => state === "cancelled");
  });
});
