import { describe, expect, it } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { DeskRig } from "../../support/desk-rig.ts";

const listed = (desk: Desk) => desk.list.heads.map(({ conversation }) => conversation.id);

describe("HeadList", () => {
  it("lists the conversations, the latest first", async () => {
    const rig = new DeskRig();
    rig.backend.begin("one");
    rig.backend.begin("two");
    expect(listed(await rig.started())).toEqual(["2", "1"]);
  });

  it("moves a conversation up as soon as somebody writes in it", async () => {
    const rig = new DeskRig();
    rig.backend.begin("one");
    rig.backend.begin("two");
    const desk = await rig.started();
    rig.backend.write("1", "again");
    expect(listed(desk)).toEqual(["1", "2"]);
    expect(desk.list.byId("1")?.lastMessage?.body).toBe("again");
  });

  it("shows a new conversation without being asked to", async () => {
    const rig = new DeskRig();
    const desk = await rig.started();
    rig.backend.begin("hello");
    expect(listed(desk)).toEqual(["1"]);
  });

  it("brings what happened while the socket was away, once it is confirmed again", async () => {
    const rig = new DeskRig();
    rig.backend.begin("one");
    const desk = await rig.started();
    rig.backend.cut();
    rig.backend.begin("unheard");
    expect(listed(desk)).toEqual(["1"]);
    await rig.clock.advance(1_000);
    expect(listed(desk)).toEqual(["2", "1"]);
    expect(desk.connection).toEqual({ state: "connected", caughtUp: true });
  });

  it("asks again for the list when a frame cannot be read", async () => {
    const rig = new DeskRig();
    const desk = await rig.started();
    rig.backend.mute = true;
    rig.backend.begin("unheard");
    rig.backend.frame({ type: "head", conversation: "nonsense" });
    await rig.clock.settle();
    expect(listed(desk)).toEqual(["1"]);
    expect(rig.warnings).toHaveLength(1);
  });

  it("ignores a frame of a later version of the contract", async () => {
    const rig = new DeskRig();
    await rig.started();
    const before = rig.backend.requests.length;
    rig.backend.frame({ type: "weather", sunny: true });
    await rig.clock.settle();
    expect([rig.warnings, rig.backend.requests.length]).toEqual([[], before]);
  });

  it("looks again when the page comes back, since a healthy socket may have been silent about something", async () => {
    const rig = new DeskRig();
    const desk = await rig.started();
    rig.backend.mute = true;
    rig.backend.begin("unheard");
    rig.tell("visible");
    await rig.clock.settle();
    expect(listed(desk)).toEqual(["1"]);
  });

  it("looks again every 40 s while somebody looks, and not while nobody does", async () => {
    const rig = new DeskRig();
    const desk = await rig.started();
    rig.backend.mute = true;
    rig.backend.begin("unheard");
    await rig.clock.advance(40_000);
    expect(listed(desk)).toEqual(["1"]);
    rig.page.visible = false;
    rig.tell("hidden");
    const before = rig.backend.requests.length;
    await rig.clock.advance(300_000);
    expect(rig.backend.requests).toHaveLength(before);
  });

  it("counts what visitors wrote and no agent has seen", async () => {
    const rig = new DeskRig();
    rig.backend.begin("one");
    const desk = await rig.started();
    rig.backend.write("1", "two");
    expect(desk.unreadCount).toBe(2);
    expect(rig.events.filter((event) => event.startsWith("unread"))).toEqual(["unread 1", "unread 2"]);
  });

  it("loads the next page where the last one ended", async () => {
    const rig = new DeskRig();
    rig.backend.pageSize = 2;
    for (const body of ["one", "two", "three", "four", "five"]) rig.backend.begin(body);
    const desk = await rig.started();
    expect([listed(desk), desk.list.hasMore]).toEqual([["5", "4"], true]);
    await desk.list.loadMore();
    await desk.list.loadMore();
    expect([listed(desk), desk.list.hasMore]).toEqual([["5", "4", "3", "2", "1"], false]);
  });

  it("is not shorter after a refresh than it was before", async () => {
    const rig = new DeskRig();
    rig.backend.pageSize = 2;
    for (const body of ["one", "two", "three", "four", "five"]) rig.backend.begin(body);
    const desk = await rig.started();
    await desk.list.loadMore();
    rig.backend.cut();
    await rig.clock.advance(1_000);
    expect(listed(desk)).toEqual(["5", "4", "3", "2"]);
  });

  it("searches at the server, and keeps what it has found current", async () => {
    const rig = new DeskRig();
    rig.backend.begin("a lamp");
    rig.backend.begin("a chair");
    const desk = await rig.started();
    desk.list.setFilter({ status: "open", query: "lamp" });
    await rig.clock.settle();
    expect(listed(desk)).toEqual(["1"]);
    rig.backend.begin("another chair");
    rig.backend.write("1", "still the lamp");
    expect(listed(desk)).toEqual(["1"]);
    expect(desk.list.byId("1")?.lastMessage?.body).toBe("still the lamp");
  });

  it("drops a conversation that is closed while only open ones are shown", async () => {
    const rig = new DeskRig();
    rig.backend.begin("one");
    const desk = await rig.started();
    rig.backend.change("1", { status: "closed" });
    expect(listed(desk)).toEqual([]);
    desk.list.setFilter({ status: "closed", query: "" });
    await rig.clock.settle();
    expect(listed(desk)).toEqual(["1"]);
  });

  it("never shows an answer for a filter that is not the present one", async () => {
    const rig = new DeskRig();
    rig.backend.begin("one");
    rig.backend.begin("two");
    rig.backend.change("1", { status: "closed" });
    const desk = await rig.started();
    desk.list.setFilter({ status: "closed", query: "" });
    desk.list.setFilter({ status: "open", query: "" });
    await rig.clock.settle();
    expect(listed(desk)).toEqual(["2"]);
  });

  it("does not go back to an older head that a broadcast brings late", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("one");
    const desk = await rig.started();
    const late = {
      conversation: { id, status: "open", revision: 1 },
      visitor: {},
      last_message: null,
      unread_count: 9,
    };
    rig.backend.write(id, "two");
    rig.backend.frame({ type: "head", ...late });
    expect(desk.list.byId(id)).toMatchObject({ unreadCount: 2, lastMessage: { body: "two" } });
  });

  it("keeps what the cable brought while the list was on its way", async () => {
    const rig = new DeskRig();
    rig.backend.begin("one");
    const desk = await rig.started();
    desk.list.refresh();
    rig.backend.begin("just now");
    await rig.clock.settle();
    expect(listed(desk)).toEqual(["2", "1"]);
  });

  it("tries again with patience, and keeps what it shows meanwhile", async () => {
    const rig = new DeskRig();
    rig.backend.begin("one");
    const desk = await rig.started();
    rig.backend.down = true;
    desk.list.refresh();
    await rig.clock.advance(60_000);
    expect(listed(desk)).toEqual(["1"]);
    expect(rig.backend.asked("GET /agent/conversations?")).toBeLessThan(15);
    rig.backend.down = false;
    await rig.clock.advance(30_000);
    expect(desk.list.refreshing).toBe(false);
  });
});
