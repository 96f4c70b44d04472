import { expect, test } from "vitest";
import { Http, type HttpRequest } from "../../../src/api/http.ts";
import { outcomeOf } from "../../../src/core/outcome.ts";
import { answer, ScriptedFetch } from "../../support/scripted-fetch.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const GET: HttpRequest = { method: "GET", path: "/webchats/demo", bearer: null };

function http(...replies: ConstructorParameters<typeof ScriptedFetch>) {
  const clock = new VirtualClock();
  const script = new ScriptedFetch(...replies);
  return { clock, script, http: new Http({ endpoint: "https://app.example", fetch: script.fetch, clock }) };
}

/** An answer that comes in pieces, so many milliseconds apart. */
function slowly(clock: VirtualClock, pieces: readonly string[], everyMs: number): Response {
  const rest = [...pieces];
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) =>
      new Promise((resolve) => {
        clock.setTimeout(() => {
          const piece = rest.shift();
          if (piece === undefined) controller.close();
          else controller.enqueue(encoder.encode(piece));
          resolve();
        }, everyMs);
      }),
  });
  return new Response(body);
}

test("an answer that is still coming in is waited for, however long it takes", async () => {
  const clock = new VirtualClock();
  const pieces = ['{"text":"', "a".repeat(8), "é", '"}'];
  const { fetch } = new ScriptedFetch(slowly(clock, pieces, 14_000));
  const outcome = outcomeOf(new Http({ endpoint: "https://app.example", fetch, clock }).request(GET));
  await clock.advance(80_000);
  expect(await outcome).toEqual({ text: "aaaaaaaaé" });
  expect(clock.pending).toBe(0);
});

test("on a line in doubt a request that gets no answer is soon asked anew", async () => {
  const { clock, script, http: api } = http("hang", "hang", answer({ ok: 1 }));
  api.doubtLine();
  const outcome = outcomeOf(api.request(GET));
  await clock.advance(3_000);
  expect(await outcome).toEqual({ ok: 1 });
  expect(script.requests).toHaveLength(3);
  expect(clock.pending).toBe(0);
});

test("what is under way when the line comes into doubt is asked anew at once", async () => {
  const { clock, script, http: api } = http("hang", answer({ ok: 1 }));
  const outcome = outcomeOf(api.request(GET));
  await clock.advance(100);
  api.doubtLine();
  await clock.settle();
  expect(await outcome).toEqual({ ok: 1 });
  expect(script.requests).toHaveLength(2);
});

test("an answer ends the doubt, and the next request has its full time", async () => {
  const { clock, script, http: api } = http(answer({}), "hang");
  api.doubtLine();
  await api.request(GET);
  const outcome = outcomeOf(api.request(GET));
  await clock.advance(14_999);
  expect(script.requests).toHaveLength(2);
  await clock.advance(1);
  expect(await outcome).toMatchObject({ code: "timeout" });
});

test("a line that stays dead ends in a timeout, after ever longer waits", async () => {
  const { clock, script, http: api } = http("hang", "hang", "hang", "hang", "hang");
  api.doubtLine();
  const outcome = outcomeOf(api.request(GET));
  await clock.advance(1_000 + 2_000 + 4_000 + 8_000 + 15_000);
  expect(await outcome).toMatchObject({ code: "timeout" });
  expect(script.requests).toHaveLength(5);
});

test("the caller's abort ends it on a line in doubt, too", async () => {
  const { clock, script, http: api } = http("hang");
  const caller = new AbortController();
  api.doubtLine();
  const outcome = outcomeOf(api.request({ ...GET, signal: caller.signal }));
  caller.abort();
  expect(await outcome).toMatchObject({ code: "aborted" });
  expect(script.requests).toHaveLength(1);
  expect(clock.pending).toBe(0);
});
