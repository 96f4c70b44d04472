import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CableProbe } from "../support/cable-probe.ts";
import { type EmbeddedServer, startServer } from "../support/embedded-server.ts";
import { TestVisitor } from "../support/test-visitor.ts";

let server: EmbeddedServer;

beforeEach(async () => {
  server = await startServer();
});

afterEach(() => server.stop("SIGKILL"));

describe("SIGTERM", () => {
  it("tells every socket to come back, closes it, and exits with 0 within 2 s", async () => {
    const probes = await Promise.all([CableProbe.open(server.cable), CableProbe.open(server.cable)]);
    const began = performance.now();
    expect(await server.control.halt("SIGTERM")).toBe(0);
    expect(performance.now() - began).toBeLessThan(2_000);
    for (const probe of probes) {
      await probe.closed;
      expect(probe.frames.at(-1)).toEqual({ type: "disconnect", reason: "server_restart", reconnect: true });
    }
  });

  it("answers what comes on kept connections with 503 and Retry-After", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const probe = await CableProbe.open(server.cable);
    expect((await get(agent)).status).toBe(200);
    const halted = server.control.halt("SIGTERM");
    await probe.heard(({ type }) => type === "disconnect");
    const answer = await get(agent);
    expect(answer).toMatchObject({ status: 503, retryAfter: "1", reused: true });
    expect(JSON.parse(answer.body)).toMatchObject({ code: "unavailable", status: 503 });
    await halted;
    agent.destroy();
  });

  it("lets a request under way come to its end", async () => {
    const visitor = new TestVisitor(server);
    const body = JSON.stringify({ client_id: randomUUID(), body: "in flight" });
    const probe = await CableProbe.open(server.cable);
    const sending = request(`${server.base}/webchats/demo/messages`, {
      method: "POST",
      headers: { ...visitor.headers, "Content-Length": Buffer.byteLength(body), Expect: "100-continue" },
    });
    sending.flushHeaders();
    await once(sending, "continue");
    const halted = server.control.halt("SIGTERM");
    await probe.heard(({ type }) => type === "disconnect");
    sending.end(body);
    const [response] = await once(sending, "response");
    expect(response.statusCode).toBe(201);
    expect(await halted).toBe(0);
    await server.control.start();
    expect((await visitor.all()).map((row) => row.body)).toEqual(["in flight"]);
  });

  it("is done within 2 s although a client never finishes its request and another never closes its socket", async () => {
    const stuck = connect(server.port, server.host);
    stuck.on("error", () => undefined);
    stuck.write("POST /cablechat/webchats/demo/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
    const probe = await CableProbe.open(server.cable);
    probe.socket.pause();
    const began = performance.now();
    expect(await server.control.halt("SIGTERM")).toBe(0);
    expect(performance.now() - began).toBeLessThan(2_000);
    stuck.destroy();
    probe.close();
  });

  it("keeps every message, and the same port, over a restart", async () => {
    const visitor = new TestVisitor(server);
    const message = await visitor.send("before");
    await server.control.halt("SIGTERM");
    await server.control.start();
    expect(await visitor.all()).toEqual([message]);
    expect((await visitor.send("after")).conversation).toBe(message.conversation);
  });
});

function get(agent: Agent): Promise<{ status: number; retryAfter: string | undefined; reused: boolean; body: string }> {
  return new Promise((resolve, reject) => {
    const asking = request(`${server.base}/webchats/demo`, { agent }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text) => (body += text));
      response.on("end", () => {
        const { "retry-after": retryAfter } = response.headers;
        resolve({ status: response.statusCode ?? 0, retryAfter, reused: asking.reusedSocket, body });
      });
    });
    asking.on("error", reject).end();
  });
}
