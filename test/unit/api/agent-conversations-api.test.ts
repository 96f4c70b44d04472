import { describe, expect, it } from "vitest";
import { AgentConversationsAPI } from "../../../src/api/agent-conversations-api.ts";
import { Http } from "../../../src/api/http.ts";
import { messageJson } from "../../support/messages.ts";
import { answer, ScriptedFetch } from "../../support/scripted-fetch.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const conversation = { id: "7", status: "closed", revision: 4, assignee: null, seen: {} };

function rig(reply: Response) {
  const scripted = new ScriptedFetch(reply);
  const http = new Http({
    endpoint: "https://app.example.com/cablechat",
    fetch: scripted.fetch,
    clock: new VirtualClock(),
  });
  return { scripted, api: new AgentConversationsAPI({ http, token: "secret", unreadable: () => undefined }) };
}

const asked = ({ last }: ScriptedFetch) =>
  `${last.init.method} ${last.url.replace("https://app.example.com/cablechat", "")}`;

describe("AgentConversationsAPI", () => {
  it("asks for a part of the list with what was filled in, and nothing else", async () => {
    const { scripted, api } = rig(answer({ conversations: [], has_more: false }));
    await api.list({ status: "open", query: "a & b", before: null });
    expect(asked(scripted)).toBe("GET /agent/conversations?status=open&q=a%20%26%20b");
  });

  it("keeps the token out of the URL", async () => {
    const { scripted, api } = rig(answer({ conversations: [], has_more: false }));
    await api.list({ status: null, query: "", before: "9" });
    expect(scripted.last.url).not.toContain("secret");
    expect(scripted.last.init.headers).toMatchObject({ Authorization: "Bearer secret" });
  });

  it("lets no id lead out of its place in the path", async () => {
    const { scripted, api } = rig(answer({ conversation }));
    await api.close("../../admin?x=");
    expect(asked(scripted)).toBe("POST /agent/conversations/..%2F..%2Fadmin%3Fx%3D/close");
  });

  it.each([
    ["close", "POST /agent/conversations/7/close"],
    ["reopen", "POST /agent/conversations/7/reopen"],
  ] as const)("knows how the conversation stands after %s", async (call, expected) => {
    const { scripted, api } = rig(answer({ conversation }));
    expect(await api[call]("7")).toMatchObject({ id: "7", status: "closed", revision: 4 });
    expect(asked(scripted)).toBe(expected);
  });

  it("assigns by name, and gives back with null", async () => {
    const taken = rig(answer({ conversation }));
    await taken.api.assign("7", "Ana");
    expect(taken.scripted.last.init.body).toBe('{"assignee":{"name":"Ana"}}');
    const released = rig(answer({ conversation }));
    await released.api.assign("7", null);
    expect(released.scripted.last.init.body).toBe('{"assignee":null}');
  });

  it("edits and deletes a message, and reads it as it now stands", async () => {
    const edited = rig(answer(messageJson(5, { body: "typo" })));
    expect(await edited.api.edit("7", "5", "typo")).toMatchObject({ id: "5", body: "typo" });
    expect(asked(edited.scripted)).toBe("PATCH /agent/conversations/7/messages/5");
    const removed = rig(answer({ id: "5", state: "deleted", revision: 6, created_at: "2026-11-21T00:00:00.000000Z" }));
    expect(await removed.api.remove("7", "5")).toMatchObject({ id: "5", state: "deleted", body: "" });
    expect(asked(removed.scripted)).toBe("DELETE /agent/conversations/7/messages/5");
  });

  it("says that a token is wrong in a way a desk can tell from the rest", async () => {
    const { api } = rig(answer({ code: "invalid_token", title: "Unknown token" }, 401));
    await expect(api.seen("7", "5")).rejects.toMatchObject({ code: "invalid_token", retryable: false, status: 401 });
  });
});
