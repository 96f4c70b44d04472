import { describe, expect, test, vi } from "vitest";
import { Http } from "../../../src/api/http.ts";
import { WebchatMessagesAPI } from "../../../src/api/webchat-messages-api.ts";
import { WebchatsAPI } from "../../../src/api/webchats-api.ts";
import { messageJson } from "../../support/messages.ts";
import { answer, ScriptedFetch } from "../../support/scripted-fetch.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const SECRET = "s".repeat(43);
const PAGE = { url: "https://shop.example/", title: "Shop", referrer: "" };

function http(script: ScriptedFetch): Http {
  return new Http({ endpoint: "https://app.example/chat", fetch: script.fetch, clock: new VirtualClock() });
}

function messages(script: ScriptedFetch, unreadable = vi.fn()): WebchatMessagesAPI {
  return new WebchatMessagesAPI(
    http(script).reader("/webchats/acme", () => SECRET),
    unreadable,
  );
}

describe("WebchatMessagesAPI", () => {
  test("a catch-up asks from the last id and the revision", async () => {
    const script = new ScriptedFetch(answer({ conversation: null, messages: [], revision: 7, has_more: true }));
    const page = await messages(script).list({ afterId: "812", revision: 7, limit: 50 });
    expect(script.last.url).toBe("https://app.example/chat/webchats/acme/messages?after_id=812&revision=7&limit=50");
    expect(page).toEqual({ conversation: null, messages: [], revision: 7, hasMore: true });
  });

  test("revision 0 is asked for, and what is not known is not", async () => {
    const script = new ScriptedFetch(answer({ messages: [] }));
    await messages(script).list({ afterId: null, revision: 0 });
    expect(script.last.url).toBe("https://app.example/chat/webchats/acme/messages?revision=0");
  });

  test("history asks for what is before an id", async () => {
    const script = new ScriptedFetch(answer({ messages: [] }));
    await messages(script).list({ beforeId: "5" });
    expect(script.last.url).toBe("https://app.example/chat/webchats/acme/messages?before_id=5");
  });

  test("a row that cannot be read is told", async () => {
    const unreadable = vi.fn();
    await messages(new ScriptedFetch(answer({ messages: [{}] })), unreadable).list({});
    expect(unreadable).toHaveBeenCalledOnce();
  });

  test("a send carries the client id, the text and the page, and the secret in its header", async () => {
    const script = new ScriptedFetch(answer(messageJson(1, { client_id: "c1" }), 201));
    const sent = await messages(script).send({ clientId: "c1", body: "Hello", attachments: [], page: PAGE });
    expect(JSON.parse(String(script.last.init.body))).toMatchObject({
      client_id: "c1",
      body: "Hello",
      attachments: [],
      reply_to: null,
      page: PAGE,
    });
    expect(new Headers(script.last.init.headers).get("Authorization")).toBe(`Bearer ${SECRET}`);
    expect(sent).toMatchObject({ id: "1", clientId: "c1" });
  });

  test("a send that is answered with what is no message is an unclear answer", async () => {
    const send = messages(new ScriptedFetch(answer({ ok: true }))).send({
      clientId: "c1",
      body: "x",
      attachments: [],
      page: null,
    });
    await expect(send).rejects.toMatchObject({ code: "invalid_response" });
  });
});

describe("WebchatsAPI", () => {
  const IDENTITY = { identifier: "42", hash: "f".repeat(64), name: "Ana" };
  const { signal } = new AbortController();

  function webchats(script: ScriptedFetch, bearer: string | null = SECRET): WebchatsAPI {
    return new WebchatsAPI(
      http(script).reader("/webchats/acme", () => bearer),
      vi.fn(),
    );
  }

  test("an identity goes to its own place, under the session's secret", async () => {
    const script = new ScriptedFetch(new Response(null, { status: 204 }));
    await webchats(script).identify(IDENTITY, signal);
    expect(script.last.url).toBe("https://app.example/chat/webchats/acme/identity");
    expect(JSON.parse(String(script.last.init.body))).toEqual(IDENTITY);
    expect(new Headers(script.last.init.headers).get("Authorization")).toBe(`Bearer ${SECRET}`);
  });

  test("a wrong hash is told by its own code", async () => {
    const script = new ScriptedFetch(answer({ code: "invalid_identity" }, 401));
    const identified = webchats(script).identify(IDENTITY, signal);
    await expect(identified).rejects.toMatchObject({ code: "invalid_identity", status: 401 });
  });

  test("what was read is told by its message's id, whatever is answered", async () => {
    const script = new ScriptedFetch(new Response(null, { status: 204 }));
    await webchats(script).seen("812", signal);
    expect(script.last.init.method).toBe("PUT");
    expect(script.last.init.body).toBe('{"up_to":"812"}');
  });

  test("a reply is stopped at its own place, and comes back as it now stands", async () => {
    const script = new ScriptedFetch(answer(messageJson(812, { state: "cancelled" })));
    expect(await webchats(script).cancel("8/12", signal)).toMatchObject({ id: "812", state: "cancelled" });
    expect(script.last.url).toBe("https://app.example/chat/webchats/acme/messages/8%2F12/cancel");
    expect(script.last.init.method).toBe("POST");
  });

  test("an anonymous bootstrap carries no secret", async () => {
    const script = new ScriptedFetch(answer({ webchat: { id: "acme" }, cable: { url: "/cable" }, messages: [] }));
    await webchats(script, null).bootstrap(signal);
    expect(new Headers(script.last.init.headers).has("Authorization")).toBe(false);
  });
});
