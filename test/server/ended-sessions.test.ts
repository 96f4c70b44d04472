import { createHmac } from "node:crypto";
import { join } from "node:path";
import Libsql from "libsql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CableProbe } from "../support/cable-probe.ts";
import { type EmbeddedServer, startServer } from "../support/embedded-server.ts";
import { TestVisitor } from "../support/test-visitor.ts";

const SECRET = "the-identity-secret-of-this-test";
let server: EmbeddedServer;

beforeAll(async () => {
  server = await startServer({ env: { CABLECHAT_IDENTITY_SECRET: SECRET } });
});

afterAll(() => server.stop("SIGKILL"));

function end(conversation: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${server.token}` };
  return fetch(`${server.base}/agent/conversations/${conversation}/session`, { method: "DELETE", headers });
}

function identify(visitor: TestVisitor, identifier: string): Promise<Response> {
  const hash = createHmac("sha256", SECRET).update(identifier).digest("hex");
  return visitor.call("/identity", "PUT", { identifier, hash });
}

describe("a session nobody has come back to for 180 days", () => {
  it("has ended when the server next starts, and so have its conversations", async () => {
    const visitor = new TestVisitor(server);
    const { conversation } = await visitor.send("hello");
    await server.control.halt("SIGTERM");
    const database = new Libsql(join(server.dataDir, "cablechat.sqlite3"));
    const longAgo = (Date.now() - 181 * 24 * 3_600_000) * 1_000;
    const theirs = `SELECT session_id FROM conversations WHERE id = ${Number(conversation)}`;
    database.exec(`UPDATE sessions SET seen_at = ${longAgo} WHERE id = (${theirs})`);
    database.close();
    await server.control.start();
    const response = await visitor.call("");
    expect([response.status, await response.json()]).toMatchObject([401, { code: "session_expired" }]);
    const headers = { Authorization: `Bearer ${server.token}` };
    expect((await fetch(`${server.base}/agent/conversations/${conversation}/messages`, { headers })).status).toBe(404);
  });
});

describe("a session an agent ends", () => {
  it("is told so at once on every socket it has, and on nobody else's", async () => {
    const [visitor, other] = [new TestVisitor(server), new TestVisitor(server)];
    const [{ conversation }, theirs] = [await visitor.send("hello"), await other.send("hello")];
    const [one, two] = [await CableProbe.open(server.cable), await CableProbe.open(server.cable)];
    const identifier = await one.subscribe(visitor.identifier(conversation));
    await two.subscribe(visitor.identifier(conversation));
    await two.subscribe(other.identifier(theirs.conversation));
    await end(conversation);
    for (const probe of [one, two]) {
      await probe.heard((frame) => frame.identifier === identifier && frame.type === "reject_subscription");
      const after = probe.frames.filter((frame) => frame.identifier === identifier);
      expect(after.map(({ type }) => type)).toEqual(["confirm_subscription", "reject_subscription"]);
    }
    await other.send("still here");
    await two.heard(({ message }) => message?.message?.body === "still here");
    for (const probe of [one, two]) probe.close();
  });

  it("stays ended over a restart", async () => {
    const visitor = new TestVisitor(server);
    const { conversation } = await visitor.send("hello");
    await end(conversation);
    await server.control.halt("SIGKILL");
    await server.control.start();
    const response = await visitor.call("/messages", "POST", { client_id: crypto.randomUUID(), body: "again" });
    expect([response.status, await response.json()]).toMatchObject([401, { code: "session_expired" }]);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
  });

  it("takes no identity, which would bring it back", async () => {
    const visitor = new TestVisitor(server);
    const { conversation } = await visitor.send("hello");
    await end(conversation);
    const response = await identify(visitor, "vera");
    expect([response.status, await response.json()]).toMatchObject([401, { code: "session_expired" }]);
  });

  it("of a contact takes all the contact's devices along, and leaves the conversation open for the next", async () => {
    const [phone, laptop, next] = [new TestVisitor(server), new TestVisitor(server), new TestVisitor(server)];
    const { conversation, id } = await phone.send("from the phone");
    for (const device of [phone, laptop]) await identify(device, "wanda");
    expect(await (await end(conversation)).json()).toMatchObject({
      conversation: { id: conversation, status: "open" },
    });
    for (const device of [phone, laptop]) expect((await device.call("/messages")).status).toBe(401);
    await identify(next, "wanda");
    expect((await next.all()).map((message) => message.id)).toEqual([id]);
  });
});
