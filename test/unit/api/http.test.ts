import { describe, expect, test } from "vitest";
import { Http, type HttpRequest } from "../../../src/api/http.ts";
import { CablechatError } from "../../../src/core/errors.ts";
import { outcomeOf } from "../../../src/core/outcome.ts";
import { answer, ScriptedFetch } from "../../support/scripted-fetch.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const SECRET = "s".repeat(43);
const GET: HttpRequest = { method: "GET", path: "/webchats/demo", bearer: null };

async function ask(reply: Response | Error, request: Partial<HttpRequest> = {}): Promise<unknown> {
  const { fetch } = new ScriptedFetch(reply);
  const http = new Http({ endpoint: "https://app.example/chat", fetch, clock: new VirtualClock() });
  return outcomeOf(http.request({ ...GET, ...request }));
}

async function sent(
  request: Partial<HttpRequest>,
  endpoint = "https://app.example/chat",
): Promise<{ url: string; init: RequestInit }> {
  const script = new ScriptedFetch(answer({}));
  await new Http({ endpoint, fetch: script.fetch, clock: new VirtualClock() }).request({ ...GET, ...request });
  return script.last;
}

describe("Http, what it sends", () => {
  test("the session goes into a header and never into the URL", async () => {
    const { url, init } = await sent({ bearer: SECRET });
    expect(new Headers(init.headers).get("Authorization")).toBe(`Bearer ${SECRET}`);
    expect(url).not.toContain(SECRET);
  });

  test("without a session there is no Authorization at all", async () => {
    expect(new Headers((await sent({})).init.headers).has("Authorization")).toBe(false);
  });

  test("no cookies go along", async () => {
    expect((await sent({})).init.credentials).toBe("omit");
  });

  test("a trailing slash of the endpoint does not double", async () => {
    expect((await sent({}, "https://app.example/chat//")).url).toBe("https://app.example/chat/webchats/demo");
  });

  test("of the query only what is known is sent, escaped", async () => {
    const { url } = await sent({ query: { after_id: "a&b", revision: 0, limit: undefined, before_id: null } });
    expect(url).toBe("https://app.example/chat/webchats/demo?after_id=a%26b&revision=0");
  });

  test("a body is JSON and says so", async () => {
    const { init } = await sent({ method: "POST", body: { body: "Hé" } });
    expect(init.body).toBe('{"body":"Hé"}');
    expect(new Headers(init.headers).get("Content-Type")).toBe("application/json");
  });
});

describe("Http, what comes back", () => {
  test("an answer is its JSON", async () => {
    expect(await ask(answer({ a: 1 }, 201))).toEqual({ a: 1 });
  });

  test("204 No Content is an answer without content, not a broken one", async () => {
    expect(await ask(new Response(null, { status: 204 }))).toBeNull();
  });

  test("a page of HTML where JSON was due is told as such, with a hint", async () => {
    const outcome = await ask(new Response("<!doctype html><h1>Welcome</h1>", { status: 200 }));
    expect(outcome).toMatchObject({ code: "not_json", status: 200 });
    expect((outcome as CablechatError).message).toContain("mount point");
  });

  test("JSON cut short is told as no JSON", async () => {
    expect(await ask(new Response('{"messages": [', { status: 200 }))).toMatchObject({ code: "not_json" });
  });

  test("a 404 without a problem is not_found, and trying again does not help", async () => {
    expect(await ask(new Response("Not Found", { status: 404 }))).toMatchObject({
      code: "not_found",
      retryable: false,
    });
  });

  test("a problem's own code, detail and fields are taken over", async () => {
    const problem = { code: "invalid", detail: "The body is too long.", errors: { body: ["is too long"] } };
    const outcome = await ask(answer(problem, 422));
    expect(outcome).toMatchObject({
      code: "invalid",
      status: 422,
      retryable: false,
      fields: { body: ["is too long"] },
    });
    expect((outcome as CablechatError).message).toBe("The body is too long.");
  });

  test.each([408, 425, 429, 500, 502, 503, 504, 520, 529])("%i may heal", async (status) => {
    expect(await ask(new Response("", { status }))).toMatchObject({ retryable: true, status });
  });

  test.each([400, 401, 403, 404, 413, 415, 422])("%i does not heal by itself", async (status) => {
    expect(await ask(new Response("", { status }))).toMatchObject({ retryable: false, status });
  });
});

describe("Http, Retry-After", () => {
  async function retryAfter(value: string): Promise<number | undefined> {
    const outcome = await ask(new Response("", { status: 503, headers: { "Retry-After": value } }));
    return (outcome as CablechatError).retryAfterMs;
  }

  test("seconds become milliseconds", async () => {
    expect(await retryAfter("3")).toBe(3_000);
  });

  test.each(["", "-1", "soon", "Sat, 21 Nov 2026 03:28:00 GMT"])("%j is passed over", async (value) => {
    expect(await retryAfter(value)).toBeUndefined();
  });

  test("a wait longer than a timer can hold is cut, or the timer would fire at once", async () => {
    expect(await retryAfter("99999999999")).toBeLessThan(2 ** 31);
  });
});

describe("Http, when no answer comes", () => {
  test("what fetch rejects with is a network error and may heal", async () => {
    const cause = new TypeError("Failed to fetch");
    expect(await ask(cause)).toMatchObject({ code: "network", retryable: true, cause });
  });

  test("after 15 s it gives up and says so", async () => {
    const clock = new VirtualClock();
    const http = new Http({ endpoint: "https://app.example", fetch: new ScriptedFetch("hang").fetch, clock });
    const outcome = outcomeOf(http.request(GET));
    await clock.advance(14_999);
    expect(clock.pending).toBe(1);
    await clock.advance(1);
    expect(await outcome).toMatchObject({ code: "timeout", retryable: true });
  });

  test("the caller's abort ends the request and is told apart from a timeout", async () => {
    const clock = new VirtualClock();
    const caller = new AbortController();
    const http = new Http({ endpoint: "https://app.example", fetch: new ScriptedFetch("hang").fetch, clock });
    const outcome = outcomeOf(http.request({ ...GET, signal: caller.signal }));
    caller.abort();
    expect(await outcome).toMatchObject({ code: "aborted" });
    expect(clock.pending).toBe(0);
  });

  test("what is aborted beforehand never gets an answer", async () => {
    expect(await ask(answer({}), { signal: AbortSignal.abort() })).toMatchObject({ code: "aborted" });
  });

  test("no timer is left after an answer", async () => {
    const clock = new VirtualClock();
    await new Http({ endpoint: "https://app.example", fetch: new ScriptedFetch(answer({})).fetch, clock }).request(GET);
    expect(clock.pending).toBe(0);
  });

  test("every failure is a CablechatError", async () => {
    expect(await ask(new RangeError("odd"))).toBeInstanceOf(CablechatError);
  });
});
