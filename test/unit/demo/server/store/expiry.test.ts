import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expire } from "../../../../../demo/server/store/expiry.ts";
import { SessionEnded } from "../../../../../demo/server/store/sessions.ts";
import { UploadFiles } from "../../../../../demo/server/store/upload-files.ts";
import { EmbeddedStore } from "../../../../support/embedded-store.ts";

const DAY_MS = 24 * 3_600_000;
let folder: string;
let files: UploadFiles;
let embedded: EmbeddedStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cablechat-"));
  files = new UploadFiles(folder);
  embedded = new EmbeddedStore();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function upload(sessionId: number): Promise<string> {
  const id = await files.write(new Uint8Array([1]));
  embedded.store.uploads.insert({
    id,
    webchat: "demo",
    session_id: sessionId,
    message_id: null,
    name: "a.txt",
    content_type: "text/plain",
    size: 1,
    width: null,
    height: null,
    created_at: embedded.chat.nowUs,
  });
  return id;
}

function expireAfter(days: number) {
  embedded.nowMs += days * DAY_MS;
  return expire(embedded.db, files, { nowMs: () => embedded.nowMs });
}

describe("expire", () => {
  it("takes an upload nobody sent after a day, its file too, and none that was sent", async () => {
    const session = embedded.session();
    const conversation = embedded.chat.openConversation(session);
    const [orphan, sent] = [await upload(session.id), await upload(session.id)];
    embedded.store.uploads.attach(sent, conversation.post(embedded.chat.visitor(session), { body: "see" }).id);
    expect(await expireAfter(0.9)).toMatchObject({ uploads: 0 });
    expect(await expireAfter(0.2)).toMatchObject({ uploads: 1 });
    expect([existsSync(join(folder, "uploads", orphan)), existsSync(join(folder, "uploads", sent))]).toEqual([
      false,
      true,
    ]);
  });

  it("takes a file a crash left without a row, and a half-written one", async () => {
    // Files have their times from the machine's clock.
    embedded.nowMs = Date.now();
    const known = await upload(embedded.session().id);
    const unknown = await files.write(new Uint8Array([1]));
    writeFileSync(join(folder, "uploads", `${unknown}.part`), "half");
    embedded.db.run("UPDATE uploads SET created_at = ?", (Date.now() + 3 * DAY_MS) * 1000);
    await expireAfter(2);
    expect(readdirSync(join(folder, "uploads"))).toEqual([known]);
  });

  it("takes a session that never wrote after a week", async () => {
    embedded.session();
    expect(await expireAfter(6.9)).toMatchObject({ sessions: 0 });
    expect(await expireAfter(0.2)).toMatchObject({ sessions: 1 });
  });

  it("takes an anonymous session 180 days after its last visit, with conversations, messages and files", async () => {
    const session = embedded.session();
    const conversation = embedded.chat.openConversation(session);
    const file = await upload(session.id);
    const message = conversation.post(embedded.chat.visitor(session), { body: "hello" });
    embedded.store.uploads.attach(file, message.id);
    await expireAfter(100);
    embedded.store.sessions.find("demo", "visitor".padEnd(43, "x"));
    expect(await expireAfter(179.9)).toMatchObject({ sessions: 0, conversations: 0, uploads: 0 });
    expect(await expireAfter(0.2)).toMatchObject({ sessions: 1, conversations: 1, uploads: 1 });
    expect(embedded.db.all("SELECT id FROM messages")).toEqual([]);
    expect(existsSync(join(folder, "uploads", file))).toBe(false);
  });

  it("ends a session 180 days after its last visit, and forgets only after 365 more that it was one", async () => {
    const session = embedded.session();
    embedded.chat.openConversation(session);
    await expireAfter(181);
    expect(() => embedded.session()).toThrow(SessionEnded);
    expect(() => embedded.store.sessions.find("demo", "visitor".padEnd(43, "x"))).toThrow(SessionEnded);
    await expireAfter(364.9);
    expect(() => embedded.session()).toThrow(SessionEnded);
    await expireAfter(0.2);
    expect(embedded.session().id).not.toBe(session.id);
  });

  it("keeps what an ended session wrote no longer because its browser goes on asking", async () => {
    const conversation = embedded.chat.openConversation(embedded.session());
    embedded.chat.endSession(conversation.row);
    await expireAfter(170);
    expect(() => embedded.session()).toThrow(SessionEnded);
    expect(await expireAfter(11)).toMatchObject({ conversations: 1 });
    expect(() => embedded.session()).toThrow(SessionEnded);
  });

  it("forgets a session that never wrote, so that it may begin again", async () => {
    const session = embedded.session();
    await expireAfter(8);
    expect(embedded.session().id).not.toBe(session.id);
  });

  it("keeps a contact's files when the device they came from is forgotten", async () => {
    const session = embedded.chat.identify(embedded.session(), { identifier: "42" });
    const conversation = embedded.chat.openConversation(session);
    const file = await upload(session.id);
    embedded.store.uploads.attach(file, conversation.post(embedded.chat.visitor(session), { body: "see" }).id);
    await expireAfter(181);
    // A tombstone does not tell whose it was.
    expect(embedded.db.all("SELECT contact_id FROM sessions")).toEqual([{ contact_id: null }]);
    await expireAfter(366);
    expect(embedded.db.all("SELECT id FROM sessions")).toEqual([]);
    expect(embedded.store.uploads.find(file)).toMatchObject({ id: file, session_id: null });
  });

  it("leaves what an identified contact wrote", async () => {
    const session = embedded.chat.identify(embedded.session(), { identifier: "42" });
    const conversation = embedded.chat.openConversation(session);
    await expireAfter(1_000);
    expect(embedded.store.conversations.find(conversation.id)).toMatchObject({ status: "open" });
  });
});
