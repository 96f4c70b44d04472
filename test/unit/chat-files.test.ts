import { describe, expect, test } from "vitest";
// Fetched once, so that no test waits for it.
import "../../src/send-files.ts";
import { ChatRig } from "../support/chat-rig.ts";
import { deferred } from "../support/deferred.ts";
import { connected } from "../support/ended-rig.ts";
import { file, goneFile } from "../support/files.ts";
import { answer } from "../support/scripted-fetch.ts";

const ACCEPT = { max_bytes: 1_000, accept: ["text/plain", "image/*"] };

/** Its backend takes uploads, `u1`, `u2` …, and notes their bytes and the attachments of each message. */
function takingUploads<Rig extends ChatRig>(rig: Rig): Rig & { uploaded: string[]; attached: unknown[] } {
  const uploaded: string[] = [];
  const attached: unknown[] = [];
  rig.settings = { uploads: ACCEPT };
  rig.routes.set("POST /uploads", ({ file }) => {
    uploaded.push((file as File).name);
    return answer({ id: `u${uploaded.length}` }, 201);
  });
  rig.routes.set("POST /messages", ({ client_id, body, attachments }) => {
    attached.push(attachments);
    const known = rig.rows.find((row) => row["client_id"] === client_id);
    return answer(
      known ?? rig.commit(100 + attached.length, { client_id, body, author: { type: "visitor" } })["message"],
      201,
    );
  });
  return Object.assign(rig, { uploaded, attached });
}

function kept(rig: ChatRig): unknown[] {
  return [...rig.records.records.values()].map(({ message }) => message.files?.map(({ id }) => id));
}

describe("Chat.send, with files", () => {
  test.each([
    ["eleven of them", Array.from({ length: 11 }, () => file("a.txt")), /more than 10/],
    ["one that is too large", [file("a.txt"), file("b.txt", "text/plain", 1_001)], /too large: b\.txt/],
    ["one of another type", [file("a.exe", "application/x-msdownload")], /another type: a\.exe/],
    ["an empty one", [file("a.txt", "text/plain", 0)], /empty: a\.txt/],
  ])("%s fails before anything is uploaded, naming the field", async (_, files, complaint) => {
    const rig = takingUploads(new ChatRig());
    rig.chat.open();
    await rig.settle();
    rig.chat.send("Look", files);
    await rig.settle();
    const [{ delivery, error } = { delivery: null, error: null }] = rig.chat.messages;
    expect([delivery, error?.code]).toEqual(["failed", "invalid"]);
    expect(error?.fields["attachments"]?.join()).toMatch(complaint);
    expect(rig.requests.filter((request) => request.startsWith("POST"))).toEqual([]);
  });

  test("a type with parameters, and one that a wildcard names, are taken", async () => {
    const rig = takingUploads(new ChatRig());
    rig.chat.open();
    await rig.settle();
    rig.chat.send("", [file("a.txt", "text/plain;charset=utf-8"), file("b.png", "image/png")]);
    await rig.settle();
    expect(rig.attached).toEqual([["u1", "u2"]]);
  });

  test("no text is needed with one, and is without", () => {
    const { chat } = new ChatRig();
    expect(() => chat.send("", [file("a.txt")])).not.toThrow();
    expect(() => chat.send(" ", [])).toThrow("body is empty.");
  });

  test("nothing is sent before text and files are stored", async () => {
    const rig = takingUploads(new ChatRig());
    const release = rig.records.hold("put");
    rig.chat.send("Look", [file("a.txt")]);
    await rig.settle();
    expect(rig.requests).toEqual([]);
    expect(rig.chat.messages.map(({ attachments }) => attachments.map(({ name, url }) => [name, url]))).toEqual([
      [["a.txt", ""]],
    ]);
    release();
    await rig.settle();
    expect(rig.uploaded).toEqual(["a.txt"]);
    expect(rig.attached).toEqual([["u1"]]);
    expect(rig.records.records.size).toBe(0);
  });

  test("what an earlier page has uploaded is not uploaded again by the next one", async () => {
    const first = takingUploads(new ChatRig({}, { returning: true }));
    first.routes.set("POST /messages", () => new Promise(() => undefined));
    first.chat.start();
    first.chat.send("Look", [file("a.txt"), file("b.txt")]);
    await first.settle();
    expect(kept(first)).toEqual([["u1", "u2"]]);
    first.chat.destroy();
    await first.settle();

    const next = takingUploads(new ChatRig({}, { beside: first }));
    next.chat.start();
    await next.settle();
    expect(next.uploaded).toEqual([]);
    expect(next.attached).toEqual([["u1", "u2"]]);
  });

  test("another tab shows them, and goes on with what this one has uploaded", async () => {
    const rig = takingUploads(new ChatRig({}, { returning: true }));
    const other = takingUploads(new ChatRig({}, { beside: rig }));
    rig.routes.set("POST /messages", () => new Promise(() => undefined));
    for (const { chat } of [rig, other]) chat.start();
    await rig.settle();
    rig.chat.send("Look", [file("a.txt")]);
    await rig.settle();
    expect(other.chat.messages.at(-1)?.attachments.map(({ name }) => name)).toEqual(["a.txt"]);
    rig.chat.destroy();
    await rig.settle();
    expect(other.uploaded).toEqual([]);
    expect(other.attached).toEqual([["u1"]]);
  });

  test("an upload that has expired is made anew, and its new id is stored", async () => {
    const rig = takingUploads(new ChatRig());
    const post = rig.routes.get("POST /messages");
    const refused = answer({ code: "invalid", errors: { "attachments.0": ["is not free"] } }, 422);
    rig.routes.set("POST /messages", ({ attachments }) => {
      if (post) rig.routes.set("POST /messages", post);
      rig.attached.push(attachments);
      return refused;
    });
    rig.chat.send("Look", [file("a.txt")]);
    await rig.settle();
    expect(rig.uploaded).toEqual(["a.txt", "a.txt"]);
    expect(rig.attached).toEqual([["u1"], ["u2"]]);
    expect(rig.events).toContain("sent Look");
  });

  test("a backend that knows none of its own ids is given up with its reason, after two more tries", async () => {
    const rig = takingUploads(new ChatRig());
    const body = { code: "invalid", detail: "No such upload.", errors: { "attachments.0": ["is not free"] } };
    rig.routes.set("POST /messages", () => answer(body, 422));
    rig.chat.send("Look", [file("a.txt")]);
    await rig.settle();
    expect(rig.uploaded).toHaveLength(3);
    expect(rig.chat.messages[0]).toMatchObject({ delivery: "failed", error: { message: "No such upload." } });
  });

  test("a session that ends during an upload: the file goes up under the next one", async () => {
    const rig = takingUploads(await connected());
    rig.end();
    rig.chat.send("Look", [file("a.txt")]);
    await rig.channel.world.advance(5_000);
    expect(rig.uploaded).toEqual(["a.txt"]);
    expect(rig.attached).toEqual([["u1"]]);
    expect(rig.bearers.at(rig.requests.lastIndexOf("POST /uploads"))).toBe(`Bearer ${rig.stored}`);
  });

  test("a session that is found to have ended between two files: the message goes under the next one", async () => {
    const rig = takingUploads(await connected());
    const first = deferred<Response>();
    const take = rig.routes.get("POST /uploads");
    rig.routes.set("POST /uploads", (body, url) => {
      // Nobody's upload is nobody's business.
      if (!rig.bearers.at(-1)) return answer({ code: "invalid_session" }, 401);
      return rig.asked("POST /uploads").length === 1 ? first.promise : (take?.(body, url) ?? answer({}, 500));
    });
    rig.chat.send("Look", [file("a.txt"), file("b.txt")]);
    await rig.settle();
    // Another tab takes its time to make the next one.
    const made = deferred<void>();
    const [key = ""] = rig.kept.keys();
    void rig.channel.ports.lock.run(key, new AbortController().signal, () => made.promise);
    rig.end();
    rig.lookAgain();
    await rig.settle();
    first.resolve(answer({ id: "u0" }, 201));
    await rig.settle();
    // Nothing is asked for without one.
    expect(rig.asked("POST /uploads")).toHaveLength(1);
    made.resolve();
    await rig.channel.world.advance(10_000);
    expect(rig.bearers.at(rig.requests.lastIndexOf("POST /uploads"))).toBe(`Bearer ${rig.stored}`);
    expect(rig.events).toContain("sent Look");
  });

  test.each([
    [413, "payload_too_large"],
    [415, "unsupported_media_type"],
  ])("%i ends as failed with the server's reason, and can be tried again", async (status, code) => {
    const rig = takingUploads(new ChatRig());
    const take = rig.routes.get("POST /uploads");
    rig.routes.set("POST /uploads", () => answer({ code, detail: "Not this one." }, status));
    const clientId = rig.chat.send("Look", [file("a.txt")]);
    await rig.settle();
    expect(rig.chat.messages[0]).toMatchObject({ delivery: "failed", error: { code, message: "Not this one." } });
    expect(rig.attached).toEqual([]);
    if (take) rig.routes.set("POST /uploads", take);
    rig.chat.retry(clientId);
    await rig.settle();
    expect(rig.attached).toEqual([["u1"]]);
  });

  test("a file that can no longer be read fails visibly, and what is written after it goes out", async () => {
    const rig = takingUploads(new ChatRig());
    rig.records.denied = new DOMException("No room.", "QuotaExceededError");
    rig.routes.set("POST /uploads", () => Promise.reject(new TypeError("Failed to fetch")));
    rig.chat.send("Look", [goneFile("a.txt")]);
    rig.chat.send("After it");
    await rig.settle();
    expect(rig.chat.messages.map(({ body, delivery, error }) => [body, delivery, error?.code])).toEqual([
      ["After it", "sent", undefined],
      ["Look", "failed", "file_unreadable"],
    ]);
  });

  test("an upload has as long as its size needs on a slow line, and is tried again after that", async () => {
    const rig = takingUploads(new ChatRig());
    rig.routes.set("POST /uploads", () => new Promise(() => undefined));
    rig.chat.send("Look", [file("a.txt", "text/plain", 1_600_000)]);
    await rig.channel.world.advance(125_000);
    expect(rig.asked("POST /uploads")).toHaveLength(1);
    await rig.channel.world.advance(10_000);
    expect(rig.asked("POST /uploads")).toHaveLength(2);
  });

  test("a stored message of an earlier build, which knew no files, goes out", async () => {
    const rig = takingUploads(new ChatRig({}, { returning: true }));
    const message = { clientId: "c1", body: "From before", attachments: [], page: null };
    rig.records.records.set("c1", { message, order: [1, 0], failure: null });
    rig.chat.start();
    await rig.settle();
    expect(rig.events).toContain("sent From before");
    expect(rig.attached).toEqual([[]]);
  });
});

test("a message that is deleted while its file is uploaded does not come back", async () => {
  const rig = takingUploads(new ChatRig());
  const upload = deferred<Response>();
  rig.routes.set("POST /uploads", () => upload.promise);
  const clientId = rig.chat.send("Look", [file("a.txt")]);
  await rig.settle();
  rig.chat.discard(clientId);
  upload.resolve(answer({ id: "u1" }, 201));
  await rig.settle();
  expect(rig.shown).toEqual([]);
  expect(rig.records.records.size).toBe(0);
  expect(rig.attached).toEqual([]);
});
