import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { CableProbe } from "../support/cable-probe.ts";
import { type EmbeddedServer, startServer } from "../support/embedded-server.ts";
import { TestVisitor } from "../support/test-visitor.ts";

let server: EmbeddedServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.stop("SIGKILL"));

function fault(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Response> {
  const init = { method: "POST", headers: { "Content-Type": "application/json", ...headers } };
  return fetch(`${server.origin}/demo/${path}`, { ...init, body: JSON.stringify(body) });
}

describe("the demo's faults", () => {
  it("cut resets every socket without a word", async () => {
    const probe = await CableProbe.open(server.cable);
    expect(await (await fault("faults/cut")).json()).toEqual({ sockets: 1 });
    expect(await probe.closed).toBe(1006);
    expect(probe.frames.some(({ type }) => type === "disconnect")).toBe(false);
  });

  it("half-open silences the present sockets, both ways, and leaves them open; new ones live", async () => {
    const visitor = new TestVisitor(server);
    const { conversation } = await visitor.send("hello");
    const silent = await CableProbe.open(server.cable);
    const identifier = await silent.subscribe(visitor.identifier(conversation));
    await fault("faults/half-open");
    silent.socket.send(
      JSON.stringify({ command: "message", identifier, data: '{"action":"typing","state":"started"}' }),
    );
    const live = await CableProbe.open(server.cable);
    await live.subscribe(visitor.identifier(conversation));
    const { id } = await visitor.send("only for the new one");
    await live.heard(({ message }) => message?.message?.id === id);
    // The living one hears what the silent one would have.
    await live.heard(({ type }) => type === "ping");
    expect(silent.frames.some(({ message }) => message !== undefined)).toBe(false);
    expect(live.frames.some(({ message }) => message?.type === "typing")).toBe(false);
    expect(silent.socket.readyState).toBe(WebSocket.OPEN);
    silent.close();
    live.close();
  });

  it("the bot streams two hundred words into the conversation, with no responder switched on", async () => {
    const visitor = new TestVisitor(server);
    const { conversation } = await visitor.send("hello");
    const probe = await CableProbe.open(server.cable);
    await probe.subscribe(visitor.identifier(conversation));
    expect((await fault("bot/say", { conversation })).status).toBe(202);
    await probe.heard(({ message }) => message?.type === "message.delta");
    await probe.heard(({ message }) => message?.message?.body.endsWith(" word200") === true);
    expect((await visitor.all()).map(({ state }) => state)).toEqual(["complete", "complete"]);
    expect((await fault("bot/say", { conversation: "999999" })).status).toBe(404);
    probe.close();
  });

  it("refuse cuts, and answers new sockets with 503 until the time is over", async () => {
    const probe = await CableProbe.open(server.cable);
    await fault("faults/refuse", { forMs: 300 });
    expect(await probe.closed).toBe(1006);
    const statuses: number[] = [];
    for (let open = false; !open; ) {
      const socket = new WebSocket(server.cable, ["actioncable-v1-json"]);
      socket.on("error", () => undefined);
      open = await Promise.race([
        once(socket, "open").then(() => true),
        once(socket, "unexpected-response").then(([, response]) => {
          statuses.push(response.statusCode);
          return false;
        }),
      ]);
      socket.terminate();
    }
    expect(new Set(statuses)).toEqual(new Set([503]));
  });

  it("say lets the agent write so many messages, into the latest open conversation or a named one", async () => {
    const [one, other] = [new TestVisitor(server), new TestVisitor(server)];
    const { conversation } = await one.send("hello");
    await other.send("hello");
    expect((await fault("agent/say", { count: 20 })).status).toBe(201);
    expect((await other.all()).length).toBe(21);
    await fault("agent/say", { count: 3, conversation });
    expect((await one.all()).map(({ body }) => body).slice(1)).toEqual([
      "Message 1 of 3",
      "Message 2 of 3",
      "Message 3 of 3",
    ]);
  });

  it("no page of another site reaches them, nor a host name that only points here", async () => {
    for (const path of ["faults/cut", "faults/half-open", "faults/refuse", "agent/say"]) {
      expect((await fault(path, { forMs: 1, count: 1 }, { Origin: "https://evil.example" })).status).toBe(403);
    }
    const probe = await CableProbe.open(server.cable);
    probe.close();
  });

  it("senseless values are 422, and name the field", async () => {
    expect(await (await fault("faults/refuse", { forMs: "long" })).json()).toMatchObject({
      code: "invalid",
      errors: { forMs: expect.any(Array) },
    });
    expect(await (await fault("agent/say", { count: 5_000 })).json()).toMatchObject({
      code: "invalid",
      errors: { count: expect.any(Array) },
    });
  });
});
