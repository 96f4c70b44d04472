import { describe, expect, it } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { DeskRig } from "../../support/desk-rig.ts";

const bodies = (desk: Desk) => desk.selected?.messages.map(({ body }) => body);

describe("DeskConversation", () => {
  it("shows all of a conversation, the older pages by loading them", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("1");
    for (let number = 2; number <= 60; number += 1) rig.backend.write(id, String(number));
    const { desk, conversation } = await rig.opened(id);
    expect(conversation.messages).toHaveLength(51);
    expect(conversation.hasMoreBefore).toBe(true);
    await conversation.loadOlder();
    expect(bodies(desk)).toEqual(Array.from({ length: 60 }, (_, index) => String(index + 1)));
    expect(conversation.hasMoreBefore).toBe(false);
  });

  it("leaves no hole in the history when an old message changes before it is loaded", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("1");
    for (let number = 2; number <= 120; number += 1) rig.backend.write(id, String(number));
    const { desk, conversation } = await rig.opened(id);
    rig.backend.edit(id, "1", { body: "changed" });
    await conversation.loadOlder();
    await conversation.loadOlder();
    expect(bodies(desk)).toEqual(["changed", ...Array.from({ length: 119 }, (_, index) => String(index + 2))]);
  });

  it("catches up with what was written while the socket was away", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("one");
    const { desk } = await rig.opened(id);
    rig.backend.cut();
    rig.backend.write(id, "unheard");
    rig.backend.edit(id, "1", { body: "edited" });
    await rig.clock.advance(1_000);
    expect(bodies(desk)).toEqual(["edited", "unheard"]);
  });

  it("tells the backend what the agent has read, once a conversation is looked at", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("one");
    const { desk } = await rig.opened(id);
    expect(rig.backend.conversations.get(id)?.seen.agent).toBe("1");
    expect(desk.unreadCount).toBe(0);
  });

  it("takes nothing for read while the page is hidden", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("one");
    const { desk } = await rig.opened(id);
    rig.page.visible = false;
    rig.tell("hidden");
    rig.backend.write(id, "two");
    await rig.clock.settle();
    expect(rig.backend.conversations.get(id)?.seen.agent).toBe("1");
    expect(desk.unreadCount).toBe(1);
  });

  it("keeps a conversation in step after the agent has turned to another", async () => {
    const rig = new DeskRig();
    const [one, two] = [rig.backend.begin("one"), rig.backend.begin("two")];
    const { desk } = await rig.opened(one);
    desk.select(two);
    await rig.clock.advance(100);
    rig.backend.write(one, "meanwhile");
    desk.select(one);
    expect(bodies(desk)).toEqual(["one", "meanwhile"]);
  });

  it("goes back to an earlier conversation on the same socket", async () => {
    const rig = new DeskRig();
    const [one, two] = [rig.backend.begin("one"), rig.backend.begin("two")];
    const { desk } = await rig.opened(one);
    const [socket] = rig.backend.sockets;
    for (const id of [two, one, two]) {
      desk.select(id);
      await rig.clock.advance(100);
    }
    expect([...rig.backend.sockets]).toEqual([socket]);
  });

  it("lets go of those not looked at for longest", async () => {
    const rig = new DeskRig();
    for (let number = 1; number <= 12; number += 1) rig.backend.begin(String(number));
    const desk = await rig.started();
    for (let number = 1; number <= 12; number += 1) desk.select(String(number));
    await rig.clock.advance(100);
    const [socket] = rig.backend.sockets;
    expect([...(socket?.streams.keys() ?? [])].sort()).toEqual(
      ["heads", ...Array.from({ length: 10 }, (_, index) => String(index + 3))].sort(),
    );
  });

  it("tells the visitor that the agent is typing, and the agent that the visitor is", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("one");
    const { conversation } = await rig.opened(id);
    conversation.notifyTyping();
    rig.backend.frame({ type: "typing", author: { type: "visitor", id: null }, state: "started" }, id);
    expect([...rig.backend.sockets][0]?.performed).toEqual([{ action: "typing", state: "started" }]);
    expect(conversation.typing).toHaveLength(1);
    rig.backend.write(id, "written");
    expect(conversation.typing).toHaveLength(0);
  });

  it("does not take another agent's typing for the visitor's", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("one");
    const { conversation } = await rig.opened(id);
    rig.backend.frame({ type: "typing", author: { type: "agent", id: "9" }, state: "started" }, id);
    expect(conversation.typing).toEqual([]);
  });

  it("selects nothing that is not listed", async () => {
    const rig = new DeskRig();
    const desk = await rig.started();
    desk.select("99");
    expect(desk.selected).toBeNull();
  });
});
