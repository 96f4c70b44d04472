import { randomUUID } from "node:crypto";
import { newSession } from "../backend.ts";
import { CableClient } from "../cable-client.ts";
import type { Context } from "../context.ts";
import { expectEqual, expectThat } from "../expect.ts";
import { Visitor } from "../visitor.ts";

const EVIL = "https://evil.example";

/** protocol/README.md, "REST", CORS; "The cable", origins. */
export async function originClaims({ suite, backend }: Context): Promise<void> {
  suite.section("Origins");
  const path = new Visitor(backend).path;

  await suite.claim("a page of another site is refused: 403 origin_not_allowed, and nothing is written", async () => {
    const visitor = new Visitor(backend);
    await backend.expectProblem(403, "origin_not_allowed", path, { origin: EVIL });
    const body = { client_id: randomUUID(), body: "x" };
    await backend.expectProblem(403, "origin_not_allowed", `${path}/messages`, {
      method: "POST",
      body,
      origin: EVIL,
      ...visitor.auth,
    });
    expectEqual((await visitor.bootstrap()).session, null, "session");
  });
  await suite.claim("a page of another site gets no preflight", async () => {
    const headers = { "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization" };
    const { headers: answer } = await backend.call(`${path}/messages`, { method: "OPTIONS", origin: EVIL, headers });
    expectEqual(answer.get("access-control-allow-origin"), null, "Access-Control-Allow-Origin");
  });
  await suite.claim(
    "an allowed page's preflight lets Authorization, Content-Type and If-None-Match through",
    async () => {
      const headers = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
      };
      const { headers: answer, status } = await backend.call(`${path}/messages`, { method: "OPTIONS", headers });
      expectThat(status === 204 || status === 200, `The status is ${status}.`);
      const allowed = (answer.get("access-control-allow-headers") ?? "").toLowerCase();
      for (const name of ["authorization", "content-type", "if-none-match"])
        expectThat(allowed.includes(name), `${name} is missing.`);
      expectThat((answer.get("access-control-allow-methods") ?? "").includes("POST"), "POST is missing.");
      expectEqual(answer.get("access-control-allow-origin"), backend.origin, "Access-Control-Allow-Origin");
    },
  );
  await suite.claim(
    "answers name the origin, vary by it, expose ETag and Retry-After, and allow no credentials",
    async () => {
      const { headers } = await backend.expectResult(200, "bootstrap", path, { bearer: newSession() });
      expectEqual(headers.get("access-control-allow-origin"), backend.origin, "Access-Control-Allow-Origin");
      expectEqual(headers.get("access-control-allow-credentials"), null, "Access-Control-Allow-Credentials");
      expectThat(/origin/i.test(headers.get("vary") ?? ""), "Vary does not name Origin.");
      const exposed = (headers.get("access-control-expose-headers") ?? "").toLowerCase();
      expectThat(exposed.includes("retry-after") && exposed.includes("etag"), `Exposed are: ${exposed}`);
    },
  );
  await suite.claim("problems can be read by an allowed page", async () => {
    const { headers } = await backend.expectProblem(401, "invalid_session", `${path}/messages`);
    expectEqual(headers.get("access-control-allow-origin"), backend.origin, "Access-Control-Allow-Origin");
  });
  await suite.claim("a socket of another site is refused with 404", async () => {
    expectEqual(await CableClient.refused(backend, EVIL), 404, "status");
  });
}
