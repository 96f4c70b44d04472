import { randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import { expectEqual, expectThat } from "../expect.ts";
import { Visitor } from "../visitor.ts";

/** One pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** protocol/README.md, "REST", uploads. */
export async function uploadClaims({ suite, backend }: Context): Promise<void> {
  const { uploads } = (await new Visitor(backend).bootstrap()).webchat;
  if (!uploads) return;
  suite.section("Uploads");
  const form = (bytes: Uint8Array, name: string, type: string) => {
    const data = new FormData();
    data.set("file", new Blob([new Uint8Array(bytes)], { type }), name);
    return data;
  };
  const upload = (visitor: Visitor, body: FormData) =>
    backend.expect<{ id: string; url: string }>(201, "attachment", `${visitor.path}/uploads`, {
      method: "POST",
      body,
      ...visitor.auth,
    });

  await suite.claim("a file is uploaded, sent without text, and can be fetched", async () => {
    const visitor = new Visitor(backend);
    const { id } = await upload(visitor, form(PNG, "a.png", "image/png"));
    const message = await visitor.send("", { attachments: [id] });
    const [attachment] = message.attachments;
    expectThat(attachment !== undefined, "The message has no attachment.");
    expectEqual([attachment.id, attachment.content_type], [id, "image/png"], "attachment");
    const file = await fetch(new URL(attachment.url, backend.target.base));
    expectEqual(Buffer.from(await file.arrayBuffer()).equals(PNG), true, "the bytes");
    expectEqual(file.headers.get("x-content-type-options"), "nosniff", "X-Content-Type-Options");
  });
  await suite.claim("somebody else's upload, or one already sent, cannot be attached: 422", async () => {
    const [visitor, thief] = [new Visitor(backend), new Visitor(backend)];
    const { id } = await upload(visitor, form(PNG, "a.png", "image/png"));
    expectEqual(
      (await thief.trySend({ client_id: randomUUID(), body: "", attachments: [id] })).status,
      422,
      "the thief's",
    );
    await visitor.send("", { attachments: [id] });
    expectEqual(
      (await visitor.trySend({ client_id: randomUUID(), body: "", attachments: [id] })).status,
      422,
      "the second",
    );
  });
  await suite.claim("a type that is not accepted is 415, also where it calls itself an image", async () => {
    const visitor = new Visitor(backend);
    const html = Buffer.from("<script>alert(1)</script>");
    for (const [name, type] of [
      ["a.html", "text/html"],
      ["a.svg", "image/svg+xml"],
      ["a.png", "image/png"],
    ] as const) {
      const call = { method: "POST", body: form(html, name, type), ...visitor.auth };
      await backend.expectProblem(415, "unsupported_media_type", `${visitor.path}/uploads`, call);
    }
  });
  await suite.claim("a file over the limit of the settings is 413", async () => {
    const visitor = new Visitor(backend);
    const body = form(Buffer.alloc(uploads.max_bytes + 1), "big.txt", "text/plain");
    await backend.expectProblem(413, "payload_too_large", `${visitor.path}/uploads`, {
      method: "POST",
      body,
      ...visitor.auth,
    });
  });
  await suite.claim("a file that is no image is a download", async () => {
    const visitor = new Visitor(backend);
    const { url } = await upload(visitor, form(Buffer.from("<b>hi</b>"), "a.txt", "text/plain"));
    const file = await fetch(new URL(url, backend.target.base));
    await file.arrayBuffer();
    expectThat((file.headers.get("content-disposition") ?? "").startsWith("attachment"), "It is shown in place.");
  });
}
