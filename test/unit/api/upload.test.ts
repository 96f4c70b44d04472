import { describe, expect, test } from "vitest";
import { Http } from "../../../src/api/http.ts";
import { upload } from "../../../src/api/upload.ts";
import type { Attachment } from "../../../src/core/message.ts";
import { file } from "../../support/files.ts";
import { answer, ScriptedFetch } from "../../support/scripted-fetch.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const PENDING: Attachment = {
  id: "",
  name: "a.txt",
  contentType: "text/plain",
  sizeBytes: 5,
  url: "",
  width: null,
  height: null,
  blob: file("a.txt"),
};

function uploading(...replies: ConstructorParameters<typeof ScriptedFetch>) {
  const scripted = new ScriptedFetch(...replies);
  const clock = new VirtualClock();
  const http = new Http({ endpoint: "https://app.example.com/cablechat", fetch: scripted.fetch, clock });
  const controller = new AbortController();
  const ask = http.reader("/webchats/acme", () => "s3cret");
  return { scripted, clock, http, controller, id: upload(PENDING, { ask, clock, signal: controller.signal }) };
}

describe("an upload", () => {
  test("is a form with the field file, whose type the browser writes", async () => {
    const { scripted, id } = uploading(answer({ id: 7 }, 201));
    expect(await id).toBe("7");
    const { body, headers } = scripted.last.init;
    const sent = (body as FormData).get("file") as File;
    expect([sent.name, sent.type, await sent.text()]).toEqual(["a.txt", "text/plain", "a.txt"]);
    expect(new Headers(headers).has("Content-Type")).toBe(false);
    expect(new Headers(headers).get("Authorization")).toBe("Bearer s3cret");
  });

  test("is begun anew at once when the line is found silent", async () => {
    const { scripted, clock, http, id } = uploading("hang", answer({ id: "u1" }, 201));
    await clock.settle();
    http.doubtLine();
    expect(await id).toBe("u1");
    expect(scripted.requests).toHaveLength(2);
  });

  test("ends with whoever wanted it, and leaves no timer", async () => {
    const { clock, controller, id } = uploading("hang");
    await clock.settle();
    controller.abort();
    await expect(id).rejects.toMatchObject({ code: "aborted", retryable: true });
    expect(clock.pending).toBe(0);
  });

  test("may heal where the network failed and the file can be read", async () => {
    const { id } = uploading(new TypeError("Failed to fetch"));
    await expect(id).rejects.toMatchObject({ code: "network", retryable: true });
  });
});
