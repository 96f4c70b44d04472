import { randomUUID } from "node:crypto";
import { newSession } from "../backend.ts";
import type { Context } from "../context.ts";
import { expectEqual, expectThat } from "../expect.ts";
import { Visitor } from "../visitor.ts";

/** protocol/README.md, "Errors" and "Limits". */
export async function errorClaims({ suite, backend, agent }: Context): Promise<void> {
  suite.section("Errors and limits");
  const path = new Visitor(backend).path;
  const messages = `${path}/messages`;
  const send = (body: unknown) => ({ method: "POST", body, bearer: newSession() });

  await suite.claim("an unknown webchat is 404 unknown_webchat, wherever it is named", async () => {
    await backend.expectProblem(404, "unknown_webchat", "/webchats/no-such-webchat");
    await backend.expectProblem(404, "unknown_webchat", "/webchats/no-such-webchat/messages", { bearer: newSession() });
    await backend.expectProblem(
      404,
      "unknown_webchat",
      "/webchats/no-such-webchat/messages",
      send({ client_id: randomUUID(), body: "x" }),
    );
  });
  await suite.claim("a missing or malformed session is 401 invalid_session", async () => {
    await backend.expectProblem(401, "invalid_session", messages);
    for (const bearer of ["short", "x".repeat(44), `${"x".repeat(42)}=`, `${"x".repeat(42)}/`]) {
      await backend.expectProblem(401, "invalid_session", path, { bearer });
      await backend.expectProblem(401, "invalid_session", messages, { bearer });
    }
    await backend.expectProblem(401, "invalid_session", path, { headers: { Authorization: "Basic dTpw" } });
  });
  await suite.claim(
    "an empty, blank or absent body without an attachment is 422 invalid, with errors for body",
    async () => {
      for (const body of ["", "  \n ", undefined]) {
        const { json } = await backend.expectProblem(422, "invalid", messages, send({ client_id: randomUUID(), body }));
        expectThat("body" in (json as { errors: object }).errors, "No complaint for body.");
      }
    },
  );
  await suite.claim(
    "a body of 10,000 characters passes, one more is 422, characters counted as code points",
    async () => {
      await backend.expect(201, "message", messages, send({ client_id: randomUUID(), body: "😀".repeat(10_000) }));
      await backend.expectProblem(
        422,
        "invalid",
        messages,
        send({ client_id: randomUUID(), body: "x".repeat(10_001) }),
      );
    },
  );
  await suite.claim(
    "a missing or malformed client_id is 422 with errors for client_id, and so is a body of another type",
    async () => {
      const refused = async (body: object, field: string) => {
        const { json } = await backend.expectProblem(422, "invalid", messages, send(body));
        expectThat(field in (json as { errors: object }).errors, `No complaint for ${field}: ${JSON.stringify(json)}`);
      };
      await refused({ body: "x" }, "client_id");
      await refused({ client_id: "1", body: "x" }, "client_id");
      await refused({ client_id: randomUUID(), body: 5 }, "body");
      await refused(
        { client_id: randomUUID(), body: "x", attachments: Array.from({ length: 11 }, (_, id) => String(id)) },
        "attachments",
      );
    },
  );
  await suite.claim("a refused message leaves nothing behind", async () => {
    const visitor = new Visitor(backend);
    await visitor.trySend({ client_id: randomUUID(), body: "" });
    await visitor.trySend({ client_id: randomUUID(), body: "x", attachments: ["no-such-upload"] });
    expectEqual((await visitor.bootstrap()).session, null, "session");
  });
  await suite.claim("what is no JSON is 400, another content type 415, a huge body 413", async () => {
    await backend.expectProblem(400, "invalid_json", messages, send("{"));
    await backend.expectProblem(415, "unsupported_media_type", messages, {
      ...send("x"),
      headers: { "Content-Type": "text/plain" },
    });
    await backend.expectProblem(
      413,
      "payload_too_large",
      messages,
      send({ client_id: randomUUID(), body: "x".repeat(5_000_000) }),
    );
  });
  await suite.claim("JSON that is no object is refused", async () => {
    for (const body of ["null", "[]", '"x"', "5"]) await backend.expectProblem(422, "invalid", messages, send(body));
  });
  await suite.claim("an unknown path is 404 not_found, a wrong method 405 with Allow", async () => {
    await backend.expectProblem(404, "not_found", "/no-such-thing");
    const { headers } = await backend.expectProblem(405, "method_not_allowed", messages, {
      method: "DELETE",
      bearer: newSession(),
    });
    expectThat(/\bGET\b/.test(headers.get("allow") ?? ""), `Allow is ${headers.get("allow")}.`);
  });
  await suite.claim("somebody else's message is answered exactly as one that does not exist", async () => {
    const [visitor, stranger] = [new Visitor(backend), new Visitor(backend)];
    const theirs = await stranger.send("private");
    await visitor.send("mine");
    const reply = await agent.reply(theirs.conversation, "private too");
    for (const id of [theirs.id, reply.id]) {
      const other = await backend.expectProblem(404, "not_found", `${messages}/${id}/cancel`, {
        method: "POST",
        ...visitor.auth,
      });
      const absent = await backend.expectProblem(404, "not_found", `${messages}/999999999999/cancel`, {
        method: "POST",
        ...visitor.auth,
      });
      expectEqual(other.json, absent.json, "answer");
      await backend.expectProblem(404, "not_found", `${path}/seen`, {
        method: "PUT",
        body: { up_to: id },
        ...visitor.auth,
      });
      await backend.expectProblem(404, "not_found", `${messages}/${id}/reactions/%F0%9F%91%8D`, {
        method: "PUT",
        ...visitor.auth,
      });
    }
  });
}
