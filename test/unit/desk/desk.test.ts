import { describe, expect, it } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { DeskRig } from "../../support/desk-rig.ts";

const listed = (desk: Desk) => desk.list.heads.map(({ conversation }) => conversation.id);

describe("Desk: what an agent does", () => {
  it("closes, assigns and reopens, and shows it at once although the socket is away", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("one");
    const { desk, conversation } = await rig.opened(id);
    rig.backend.cut();
    await desk.actions.close(id);
    expect(conversation.conversation.status).toBe("closed");
    expect(listed(desk)).toEqual([]);
    await desk.actions.assign(id, "Ana");
    await desk.actions.reopen(id);
    expect(conversation.conversation).toMatchObject({ status: "open", assignee: { name: "Ana" } });
    expect(listed(desk)).toEqual([id]);
  });

  it("edits and deletes what the agent has written", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("one");
    const [first, second] = [rig.backend.write(id, "tpyo", "agent"), rig.backend.write(id, "wrong", "agent")];
    const { desk } = await rig.opened(id);
    await desk.actions.edit(id, first, "typo");
    await desk.actions.remove(id, second);
    expect(desk.selected?.messages.map(({ body, state }) => [body, state])).toEqual([
      ["one", "complete"],
      ["typo", "complete"],
      ["", "deleted"],
    ]);
  });

  it("throws what the backend says", async () => {
    const rig = new DeskRig();
    const desk = await rig.started();
    await expect(desk.actions.close("99")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("Desk: what can go wrong", () => {
  it("refuses to begin without a token, a webchat or an endpoint, and names what is missing", () => {
    const rig = new DeskRig();
    expect(() => rig.desk({ token: "" })).toThrow(/"token" is missing/);
    expect(() => rig.desk({ webchat: " " })).toThrow(/"webchat" is missing/);
    expect(() => rig.desk({ endpoint: "" })).toThrow(/"endpoint" is missing/);
    expect(() => rig.desk({ endpoint: "javascript:1" })).toThrow(/"endpoint" is no http/);
  });

  it("ends everything at a wrong token, and says so once", async () => {
    const rig = new DeskRig();
    const desk = rig.desk({ token: "stolen" });
    desk.start();
    await rig.clock.advance(60_000);
    expect(desk.problem?.code).toBe("invalid_token");
    expect(rig.events.filter((event) => event.startsWith("error"))).toEqual(["error invalid_token"]);
    expect([rig.backend.sockets.size, rig.clock.pending]).toEqual([0, 0]);
  });

  it("notices a token that was taken away while it worked", async () => {
    const rig = new DeskRig();
    const desk = await rig.started();
    Object.assign(rig.backend, { token: "another" });
    rig.backend.cut();
    await rig.clock.advance(5_000);
    expect(desk.problem?.code).toBe("invalid_token");
    expect(rig.backend.sockets.size).toBe(0);
  });

  it("says that the server knows no such webchat", async () => {
    const rig = new DeskRig();
    const desk = rig.desk({ webchat: "nobody" });
    desk.start();
    await rig.clock.advance(1_000);
    expect(desk.problem?.code).toBe("unknown_webchat");
  });

  it("begins by itself once a server that was down is back", async () => {
    const rig = new DeskRig();
    rig.backend.begin("one");
    rig.backend.down = true;
    const desk = rig.desk();
    desk.start();
    await rig.clock.advance(3_000);
    expect(desk.connection.state).toBe("reconnecting");
    rig.backend.down = false;
    await rig.clock.advance(30_000);
    expect(desk.connection).toEqual({ state: "connected", caughtUp: true });
    expect(listed(desk)).toEqual(["1"]);
  });

  it("leaves no timer, socket or listener behind", async () => {
    const rig = new DeskRig();
    const { desk } = await rig.opened(rig.backend.begin("one"));
    desk.destroy();
    await rig.clock.settle();
    expect([rig.clock.pending, rig.backend.sockets.size, rig.listeners]).toEqual([0, 0, 0]);
    expect(desk.connection).toEqual({ state: "closed", reason: "destroyed" });
  });
});
