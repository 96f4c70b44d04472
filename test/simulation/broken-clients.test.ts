import { afterEach, describe, expect, it, vi } from "vitest";
import { WebchatsAPI } from "../../src/api/webchats-api.ts";
import { CablechatError } from "../../src/core/errors.ts";
import { outcomeOf } from "../../src/core/outcome.ts";
import type { TabNews } from "../../src/core/tab-news.ts";
import { Outbox } from "../../src/outbox/outbox.ts";
import { Sending } from "../../src/sending.ts";
import { Attention } from "../../src/session/attention.ts";
import { Contact } from "../../src/session/contact.ts";
import { SessionKeeper } from "../../src/session/session-keeper.ts";
import { Standing } from "../../src/standing.ts";
import { CatchUp } from "../../src/sync/catch-up.ts";
import { Cursor } from "../../src/sync/cursor.ts";
import { RecordStore } from "../support/record-store.ts";
import { Backend } from "./backend.ts";
import { BackendConversation } from "./backend-conversation.ts";
import { searchBroken as search } from "./search-broken.ts";
import { SimBrowser } from "./sim-browser.ts";
import { SimTabChannels } from "./sim-tab-channels.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

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
    expect(await search()).toMatch(/^the cursor .*(went over|without a gap)/m);
  });

  it("a cursor that goes over holes", async () => {
    const { live } = Cursor.prototype;
    vi.spyOn(Cursor.prototype, "live").mockImplementation(function (this: Cursor, revision) {
      if (live.call(this, revision)) move(this, revision);
      return false;
    });
    expect(await search()).toMatch(/went over|without a gap|shown are the messages/);
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

  it("a client that goes on with a session that has ended", async () => {
    vi.spyOn(SessionKeeper.prototype, "end").mockImplementation(() => undefined);
    expect(await search()).toMatch(/at rest.*(was lost|is followed)/);
  });

  it("a client that asks a reply to stop only once", async () => {
    const { cancel } = WebchatsAPI.prototype;
    vi.spyOn(WebchatsAPI.prototype, "cancel").mockImplementation(async function (this: WebchatsAPI, id, signal) {
      const outcome = await outcomeOf(cancel.call(this, id, signal));
      if (outcome instanceof CablechatError) throw new CablechatError("request_failed", "for good");
      return outcome;
    });
    expect(await search(1_000, "unavailable")).toMatch(/reply \d+ was to stop, and nobody asks/);
  });

  it("a client that asks for ever why it is refused", async () => {
    type Refused = { onRefused(): void; startOver(): void; thread: { leave(): void } };
    vi.spyOn(Standing.prototype as unknown as Refused, "onRefused").mockImplementation(function (this: Refused) {
      this.thread.leave();
      this.startOver();
    });
    expect(await search(1_000)).toMatch(/though the server refuses for good|opens \d+ sockets/);
  });

  it("a client that gives a message up where the server did not wait for all of it (408)", async () => {
    const { send } = WebchatsAPI.prototype;
    vi.spyOn(WebchatsAPI.prototype, "send").mockImplementation(async function (this: WebchatsAPI, message, signal) {
      const outcome = await outcomeOf(send.call(this, message, signal));
      if (!(outcome instanceof CablechatError)) return outcome;
      throw outcome.status === 408 ? new CablechatError("request_failed", "for good") : outcome;
    });
    expect(await search(1_000, "timed-out")).toMatch(/at rest: ".*" was lost/);
  });

  it("a client that does not poll where WebSockets cannot be had", async () => {
    const { poll } = CatchUp.prototype;
    vi.spyOn(CatchUp.prototype, "poll").mockImplementation(function (this: CatchUp, reason) {
      if (reason === "confirmed") poll.call(this, reason);
    });
    expect(await search(1_000)).toMatch(/where WebSockets cannot be had|has not heard of a message/);
  });

  it("a client that polls once and no more", async () => {
    const { request } = CatchUp.prototype;
    vi.spyOn(CatchUp.prototype, "request").mockImplementation(function (this: CatchUp, reason) {
      if (reason !== "interval") request.call(this, reason);
    });
    expect(await search(1_000)).toContain("polls, and has not heard of a message");
  });

  it("a visitor who signs out and leaves what is pending to the next one", async () => {
    vi.spyOn(Outbox.prototype, "clear").mockImplementation(async function (this: Outbox) {
      this.leave(false);
    });
    expect(await search(3_000)).toContain("of a visitor who has signed out");
  });

  it("a tab that does not hear that the visitor has signed out in another", async () => {
    const { open } = SimTabChannels.prototype;
    vi.spyOn(SimTabChannels.prototype, "open").mockImplementation(function (this: SimTabChannels, page, name, heard) {
      return open.call(this, page, name, (news) => (news as TabNews).reset || heard(news));
    });
    expect(await search(3_000)).toMatch(/shows ".*" of a visitor who has signed out/);
  });

  it("a visitor who is not named again under the session that takes the place of an ended one", async () => {
    vi.spyOn(Contact.prototype, "signIn").mockImplementation(() => Promise.resolve(null));
    expect(await search(3_000)).toContain("the session in use is tied to null");
  });

  it("a visitor who is named as the one who has signed out", async () => {
    vi.spyOn(Sending.prototype as unknown as { forgetVisitor(): void }, "forgetVisitor").mockImplementation(
      () => undefined,
    );
    // Who is taken for the last visitor also reads what that one had.
    expect(await search(6_000)).toMatch(/names the next visitor|of a visitor who has signed out/);
  });

  it("a timer that goes on after destroy()", async () => {
    const { setOpen } = Attention.prototype;
    vi.spyOn(Attention.prototype, "setOpen").mockImplementation(function (this: Attention, open) {
      if (open) setOpen.call(this, open);
    });
    expect(await search()).toContain("after destroy(): 1 timers");
  });

  it("two tabs that send at once", async () => {
    const { lock } = SimBrowser.prototype;
    vi.spyOn(SimBrowser.prototype, "lock").mockImplementation(function (this: SimBrowser, page) {
      const shared = lock.call(this, page);
      return { run: (name, signal, task) => (name.includes(":outbox:") ? task() : shared.run(name, signal, task)) };
    });
    expect(await search()).toMatch(/tab \d sends while tab \d does/);
  });

  it("a tab that makes a session of its own", async () => {
    const { ensure } = SessionKeeper.prototype;
    const asked = new WeakSet<SessionKeeper>();
    vi.spyOn(SessionKeeper.prototype, "ensure").mockImplementation(function (this: SessionKeeper, signal) {
      if (!asked.has(this)) this.forget();
      asked.add(this);
      return ensure.call(this, signal);
    });
    expect(await search()).toContain("the browser has made too many sessions");
  });

  it("a tab that takes another one's word for all that there is up to it", async () => {
    const cursors = new Set<Cursor>();
    const { live } = Cursor.prototype;
    vi.spyOn(Cursor.prototype, "live").mockImplementation(function (this: Cursor, revision) {
      cursors.add(this);
      return live.call(this, revision);
    });
    const { open } = SimTabChannels.prototype;
    vi.spyOn(SimTabChannels.prototype, "open").mockImplementation(function (this: SimTabChannels, page, name, heard) {
      return open.call(this, page, name, (news) => {
        const { message } = news as TabNews;
        heard(news);
        for (const cursor of cursors) if (message) move(cursor, message.revision);
      });
    });
    expect(await search()).toMatch(/went over|without a gap|shown are the messages/);
  });

  it("tabs that tell each other nothing", async () => {
    vi.spyOn(SimTabChannels.prototype, "open").mockImplementation(() => ({
      tell: () => undefined,
      close: () => undefined,
    }));
    expect(await search()).toMatch(/at rest: tab \d: |of a visitor who has signed out/);
  });

  it("a message that is sent before it is stored", async () => {
    vi.spyOn(SimBrowser.prototype, "recordStorage").mockImplementation(() => new RecordStore());
    expect(await search()).toContain("was sent before it was stored");
  });

  it("a repeated send under another client id", async () => {
    const { send } = WebchatsAPI.prototype;
    const tried = new Set<string>();
    vi.spyOn(WebchatsAPI.prototype, "send").mockImplementation(function (this: WebchatsAPI, message, signal) {
      const { clientId } = message;
      const again = tried.has(clientId);
      tried.add(clientId);
      return send.call(this, again ? { ...message, clientId: `${clientId}-${tried.size}` } : message, signal);
    });
    expect(await search()).toMatch(/was sent before it was stored|was lost/);
  });

  it("a backend that takes a repeated send for a new message", async () => {
    const { send } = Backend.prototype;
    vi.spyOn(Backend.prototype, "send").mockImplementation(function (this: Backend, session, request) {
      const sent = send.call(this, session, request);
      if (!sent || sent.created) return sent;
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
