import { afterEach, describe, expect, it, vi } from "vitest";
import { Attention } from "../../src/session/attention.ts";
import { CatchUp } from "../../src/sync/catch-up.ts";
import { Cursor } from "../../src/sync/cursor.ts";
import { Backend } from "./backend.ts";
import { BackendConversation } from "./backend-conversation.ts";
import { checkSchedules } from "./check-schedules.ts";

/** What is broken on purpose has to be found out within so many schedules. */
const RUNS = 300;

afterEach(() => {
  vi.restoreAllMocks();
});

async function search(): Promise<string> {
  const found = await checkSchedules({ seed: 7, runs: RUNS, backends: "numbered", shrink: false });
  return found?.violations.join("\n") ?? "nothing";
}

/** As if a page of a catch-up had come that brings the reader up to `revision`. */
function move(cursor: Cursor, revision: number | null): void {
  cursor.page({ conversation: null, messages: [], revision, hasMore: false });
}

describe("the simulation finds", () => {
  it("nothing in these schedules, where nothing is broken", async () => {
    expect(await search()).toBe("nothing");
  });

  it("a cursor that a live message moves while a catch-up is owed", async () => {
    const { live } = Cursor.prototype;
    vi.spyOn(Cursor.prototype, "live").mockImplementation(function (this: Cursor, revision) {
      const verdict = live.call(this, revision);
      if (this.owed) move(this, revision);
      return verdict;
    });
    expect(await search()).toMatch(/^the cursor .*(went over|without a gap)/);
  });

  it("a cursor that goes over holes", async () => {
    const { live } = Cursor.prototype;
    vi.spyOn(Cursor.prototype, "live").mockImplementation(function (this: Cursor, revision) {
      if (live.call(this, revision)) move(this, revision);
      return false;
    });
    expect(await search()).toMatch(/^the cursor .*(went over|without a gap)/);
  });

  it("a catch-up before the confirmation of the present socket", async () => {
    const { request } = CatchUp.prototype;
    vi.spyOn(CatchUp.prototype, "request").mockImplementation(function (this: CatchUp, reason) {
      this.attach();
      request.call(this, reason);
    });
    expect(await search()).toContain("before the confirmation of the present socket");
  });

  it("a client that never catches up", async () => {
    vi.spyOn(CatchUp.prototype, "request").mockImplementation(() => undefined);
    expect(await search()).toContain("at rest");
  });

  it("a timer that goes on after destroy()", async () => {
    const { setOpen } = Attention.prototype;
    vi.spyOn(Attention.prototype, "setOpen").mockImplementation(function (this: Attention, open) {
      if (open) setOpen.call(this, open);
    });
    expect(await search()).toContain("after destroy(): 1 timers");
  });

  it("a backend that takes a repeated send for a new message", async () => {
    const { send } = Backend.prototype;
    vi.spyOn(Backend.prototype, "send").mockImplementation(function (this: Backend, session, request) {
      const sent = send.call(this, session, request);
      if (sent.created) return sent;
      const again = { author: "visitor", body: request.body, clientId: request.client_id } as const;
      return { ...sent, row: sent.conversation.create(again) };
    });
    expect(await search()).toMatch(/is in the log twice|is shown twice/);
  });

  it("a backend that says a page is the last when it is not", async () => {
    const { page } = BackendConversation.prototype;
    vi.spyOn(BackendConversation.prototype, "page").mockImplementation(function (this: BackendConversation, request) {
      const full = page.call(this, request);
      return full && { ...full, revision: this.revision, hasMore: false };
    });
    expect(await search()).toMatch(/went over|at rest/);
  });
});
