import { createHmac } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CableProbe } from "../support/cable-probe.ts";
import { type EmbeddedServer, startServer } from "../support/embedded-server.ts";
import { TestVisitor } from "../support/test-visitor.ts";

const SECRET = "the-identity-secret-of-this-test";
let server: EmbeddedServer;

beforeAll(async () => {
  server = await startServer({ env: { CABLECHAT_IDENTITY_SECRET: SECRET, CABLECHAT_SENDS_PER_MINUTE: "30" } });
});

afterAll(() => server.stop("SIGKILL"));

/** `fetch` would tidy the path up. */
function rawGet(path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request({ host: server.host, port: server.port, path }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text) => (body += text));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on("error", reject)
      .end();
  });
}

function identify(visitor: TestVisitor, identifier: string, more: object = {}): Promise<Response> {
  const hash = createHmac("sha256", SECRET).update(identifier).digest("hex");
  return visitor.call("/identity", "PUT", { identifier, hash, ...more });
}

describe("whoever reads the disk or the log", () => {
  it("finds no session and no agent's token", async () => {
    const visitor = new TestVisitor(server);
    const { conversation } = await visitor.send("hello");
    const probe = await CableProbe.open(server.cable);
    await probe.subscribe(visitor.identifier(conversation));
    await visitor.call(`/messages?after_id=${visitor.session}`);
    await fetch(`${server.base}/agent/conversations?q=secret-words`, {
      headers: { Authorization: `Bearer ${server.token}` },
    });
    probe.close();
    for (const name of await readdir(server.dataDir)) {
      const path = join(server.dataDir, name);
      if (!(await stat(path)).isFile()) continue;
      const bytes = await readFile(path);
      expect(bytes.includes(visitor.session), name).toBe(false);
      expect(bytes.includes(server.token), name).toBe(false);
    }
    expect(server.output()).toContain("POST /cablechat/webchats/demo/messages 201");
    for (const secret of [visitor.session, server.token, "secret-words"]) expect(server.output()).not.toContain(secret);
  });

  it("needs to be the owner of the data folder", async () => {
    expect((await stat(server.dataDir)).mode & 0o077).toBe(0);
  });
});

describe("whoever asks for files that are not theirs", () => {
  it.each([
    "/dist/../package.json",
    "/dist/%2e%2e/package.json",
    "/dist/..%2fpackage.json",
    "/dist/%2e%2e%2fpackage.json",
    "/demo/../server/main.ts",
    "/demo/..%5c..%5cpackage.json",
    "/demo//etc/passwd",
    "/dist/.hidden.js",
    "/cablechat/uploads/..%2f..%2fcablechat.sqlite3",
    "/cablechat/uploads/%00",
    "/%ff",
  ])("%s is 404", async (path) => {
    const { status, body } = await rawGet(path);
    expect(status).toBe(404);
    expect(body).not.toContain('"name": "cablechat"');
  });

  it("a demo page lets nothing run but its own scripts", async () => {
    const { headers } = await fetch(`${server.origin}/`);
    const policy = headers.get("content-security-policy") ?? "";
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "require-trusted-types-for 'script'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).toContain(`ws://${server.host}:${server.port}`);
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("whoever floods", () => {
  it("is answered 429 with Retry-After, by session; others are not", async () => {
    const [flooder, other] = [new TestVisitor(server), new TestVisitor(server)];
    const answers = await Promise.all(Array.from({ length: 40 }, () => flooder.call("/messages", "POST", {})));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(9);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused[0]?.json()).toMatchObject({ code: "too_many_requests" });
    await other.send("not me");
  });

  it("with a frame larger than a frame may be, loses the socket, and nobody else's", async () => {
    const [flooder, other] = [await CableProbe.open(server.cable), await CableProbe.open(server.cable)];
    flooder.socket.send("x".repeat(70_000));
    expect(await flooder.closed).toBe(1009);
    await other.heard(({ type }) => type === "ping");
    other.close();
  });
});

describe("identity", () => {
  it("the contact's open conversation is seen on every device", async () => {
    const [phone, laptop] = [new TestVisitor(server), new TestVisitor(server)];
    const { conversation, id } = await phone.send("from the phone");
    expect((await identify(phone, "maria", { name: "Maria" })).status).toBe(200);
    const answer = await identify(laptop, "maria");
    expect(await answer.json()).toMatchObject({
      session: { identified: true, name: "Maria" },
      conversation: { id: conversation },
    });
    expect((await laptop.all()).map((message) => message.id)).toEqual([id]);
    expect((await laptop.send("from the laptop")).conversation).toBe(conversation);
    const probe = await CableProbe.open(server.cable);
    await probe.subscribe(laptop.identifier(conversation));
    probe.close();
  });

  it("where both have an open conversation, the contact's counts and the session's is closed, not lost", async () => {
    const [phone, laptop] = [new TestVisitor(server), new TestVisitor(server)];
    const theirs = await phone.send("contact's");
    await identify(phone, "nora");
    const own = await laptop.send("anonymous");
    const probe = await CableProbe.open(server.cable);
    await probe.subscribe(laptop.identifier(own.conversation));
    await identify(laptop, "nora");
    await probe.heard(({ message }) => message?.type === "conversation");
    expect((await laptop.send("more")).conversation).toBe(theirs.conversation);
    const list = await fetch(`${server.base}/agent/conversations?q=anonymous`, {
      headers: { Authorization: `Bearer ${server.token}` },
    });
    expect(await list.json()).toMatchObject({
      conversations: [{ conversation: { id: own.conversation, status: "closed" } }],
    });
    probe.close();
  });

  it("a session that becomes somebody else leaves the first one's conversation behind", async () => {
    const visitor = new TestVisitor(server);
    const { conversation } = await visitor.send("as Olga");
    await identify(visitor, "olga");
    await identify(visitor, "petra");
    expect(await visitor.all()).toEqual([]);
    expect((await visitor.send("as Petra")).conversation).not.toBe(conversation);
  });

  it("a forged hash changes nothing", async () => {
    const [owner, thief] = [new TestVisitor(server), new TestVisitor(server)];
    await owner.send("private");
    await identify(owner, "rosa");
    const hash = createHmac("sha256", "guess").update("rosa").digest("hex");
    expect((await thief.call("/identity", "PUT", { identifier: "rosa", hash })).status).toBe(401);
    expect(await thief.all()).toEqual([]);
  });

  it("a retry from before the identification is the old message", async () => {
    const visitor = new TestVisitor(server);
    const first = await visitor.send("once");
    await identify(visitor, "sara");
    expect(await visitor.send("once", first.client_id)).toMatchObject({ id: first.id });
  });
});
